CREATE TABLE "alert_capture" (
	"alert_id" uuid NOT NULL,
	"capture_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "alert_capture_alert_id_capture_id_pk" PRIMARY KEY("alert_id","capture_id")
);
--> statement-breakpoint
CREATE TABLE "bay_day" (
	"bay_id" uuid NOT NULL,
	"day" date NOT NULL,
	"version_id" uuid NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"captures" integer NOT NULL,
	"score" numeric(7, 6) NOT NULL,
	"unknown_share" numeric(7, 6) NOT NULL,
	CONSTRAINT "bay_day_bay_id_day_version_id_category_pk" PRIMARY KEY("bay_id","day","version_id","category")
);
--> statement-breakpoint
CREATE TABLE "deviation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"subject" text NOT NULL,
	"measure" text NOT NULL,
	"alert_id" uuid NOT NULL,
	"baseline_before" date NOT NULL,
	"bays" integer NOT NULL,
	"fallen_bay_ids" uuid[] NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending" text,
	CONSTRAINT "deviation_scope" CHECK (scope in ('BAY', 'CATEGORY', 'STORE', 'PLANOGRAM', 'FIRMWARE')),
	CONSTRAINT "deviation_measure" CHECK (measure in ('SCORE', 'UNKNOWN_SHARE', 'SHARPNESS')),
	CONSTRAINT "deviation_ending" CHECK (ending in ('WITHIN_BAND', 'PLAN_CHANGED', 'NEW_LEVEL', 'NOT_USED')),
	CONSTRAINT "deviation_end" CHECK ((ended_at is null) = (ending is null))
);
--> statement-breakpoint
CREATE TABLE "reviewed_day" (
	"day" date PRIMARY KEY NOT NULL,
	"is_judged" boolean NOT NULL,
	"compared_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert_capture" ADD CONSTRAINT "alert_capture_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_capture" ADD CONSTRAINT "alert_capture_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bay_day" ADD CONSTRAINT "bay_day_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bay_day" ADD CONSTRAINT "bay_day_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deviation" ADD CONSTRAINT "deviation_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_capture_capture" ON "alert_capture" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "bay_day_day" ON "bay_day" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "deviation_open" ON "deviation" USING btree ("scope","subject","measure") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "deviation_alert" ON "deviation" USING btree ("alert_id");--> statement-breakpoint
ALTER TABLE "alert" DROP CONSTRAINT "alert_rule";--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_rule" CHECK ("rule" IN ('CAPTURE_CONFLICT', 'DEVICE_CLOCK_WRONG', 'SCORE_FELL', 'UNKNOWN_SHARE_ROSE', 'FIRMWARE_LESS_SHARP'));

CREATE TABLE "category" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "category_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "master_data_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"file_name" text,
	"source_sha256" text,
	"rows" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "planogram" ADD COLUMN "category_id" uuid;--> statement-breakpoint
CREATE INDEX "master_data_import_created" ON "master_data_import" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "planogram" ADD CONSTRAINT "planogram_category_id_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."category"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "planned_activation_created" ON "planned_activation" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "planogram_category" ON "planogram" USING btree ("category_id","code");--> statement-breakpoint
CREATE INDEX "planogram_assignment_version" ON "planogram_assignment" USING btree ("version_id") WHERE deactivated_at is null;--> statement-breakpoint
CREATE INDEX "planogram_assignment_activation" ON "planogram_assignment" USING btree ("activation_id") WHERE activation_id is not null;--> statement-breakpoint
CREATE INDEX "planogram_version_planogram" ON "planogram_version" USING btree ("planogram_id","created_at","id");--> statement-breakpoint
ALTER TABLE "master_data_import" ADD CONSTRAINT "master_data_import_kind" CHECK ("kind" IN ('STORES', 'STORE_GROUPS', 'BAYS', 'CATEGORIES', 'PLANOGRAMS', 'PRODUCTS', 'ASSIGNMENTS'));--> statement-breakpoint
ALTER TABLE "master_data_import" ADD CONSTRAINT "master_data_import_source" CHECK ("source" IN ('FILE', 'API'));--> statement-breakpoint
-- Categories were texts of products only. Each becomes a row whose name is that text.
INSERT INTO "category" ("id", "code", "name") SELECT gen_random_uuid(), "category", "category" FROM "product" WHERE "category" IS NOT NULL GROUP BY "category";

CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"store_id" uuid,
	"capture_id" uuid,
	"message" text NOT NULL,
	"occurrences" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"closed_at" timestamp with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "payload_patch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"store_id" uuid,
	"operations" jsonb NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"matched" integer NOT NULL,
	"mended" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quality_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid,
	"device_model" text,
	"min_short_side_px" integer NOT NULL,
	"min_sharpness" double precision NOT NULL,
	"max_aspect" double precision NOT NULL,
	"max_retries" integer NOT NULL,
	"final_policy" text NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "capture_scored";--> statement-breakpoint
DROP INDEX "capture_supersedes";--> statement-breakpoint
DROP INDEX "capture_upload";--> statement-breakpoint
DROP INDEX "capture_sha256";--> statement-breakpoint
ALTER TABLE "capture_conflict" ALTER COLUMN "payload" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "payload_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "same_photo_as_id" uuid;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "quality_hints" text[];--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "mean_grey" double precision;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "dark_share" numeric(7, 6);--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "glare_share" numeric(7, 6);--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "quality_rule_id" uuid;--> statement-breakpoint
ALTER TABLE "capture_conflict" ADD COLUMN "sha256" text;--> statement-breakpoint
ALTER TABLE "capture_conflict" ADD COLUMN "device_key_id" uuid;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "payload_patch_id" uuid;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "rechecked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "remaining_problems" jsonb;--> statement-breakpoint
ALTER TABLE "device_key" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "device_key" ADD COLUMN "captures_per_minute" integer;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD COLUMN "store_id" uuid;--> statement-breakpoint
UPDATE "recapture_request" r SET "store_id" = c."store_id" FROM "capture" c WHERE c."id" = r."capture_id";--> statement-breakpoint
ALTER TABLE "recapture_request" ALTER COLUMN "store_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD COLUMN "ending" text;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD COLUMN "fulfilled_by_id" uuid;--> statement-breakpoint
ALTER TABLE "upload" ADD COLUMN "discarded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payload_patch" ADD CONSTRAINT "payload_patch_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_rule" ADD CONSTRAINT "quality_rule_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_open" ON "alert" USING btree ("rule","subject") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "alert_created" ON "alert" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "quality_rule_scope" ON "quality_rule" USING btree ("store_id","device_model","created_at");--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_quality_rule_id_quality_rule_id_fk" FOREIGN KEY ("quality_rule_id") REFERENCES "public"."quality_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_conflict" ADD CONSTRAINT "capture_conflict_sha256_image_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_conflict" ADD CONSTRAINT "capture_conflict_device_key_id_device_key_id_fk" FOREIGN KEY ("device_key_id") REFERENCES "public"."device_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_payload_patch_id_payload_patch_id_fk" FOREIGN KEY ("payload_patch_id") REFERENCES "public"."payload_patch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_fulfilled_by_id_capture_id_fk" FOREIGN KEY ("fulfilled_by_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capture_device_received" ON "capture" USING btree ("device_key_id","created_at");--> statement-breakpoint
CREATE INDEX "capture_same_photo" ON "capture" USING btree ("same_photo_as_id") WHERE same_photo_as_id is not null;--> statement-breakpoint
CREATE INDEX "recapture_request_open" ON "recapture_request" USING btree ("store_id","created_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "upload_unfinished" ON "upload" USING btree ("store_id","expires_at") WHERE completed_at is null and discarded_at is null;--> statement-breakpoint
CREATE INDEX "capture_scored" ON "capture" USING btree ("scored_at") WHERE scored_at is not null;--> statement-breakpoint
CREATE INDEX "capture_supersedes" ON "capture" USING btree ("supersedes_id") WHERE supersedes_id is not null;--> statement-breakpoint
-- Where two captures named one upload, the first keeps it; the bytes stay with both through their own column.
UPDATE "capture" c SET "upload_id" = NULL WHERE EXISTS (SELECT FROM "capture" e WHERE e."upload_id" = c."upload_id" AND e."id" < c."id");--> statement-breakpoint
CREATE UNIQUE INDEX "capture_upload" ON "capture" USING btree ("upload_id") WHERE upload_id is not null;--> statement-breakpoint
CREATE INDEX "capture_sha256" ON "capture" USING btree ("sha256") WHERE sha256 is not null;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_ending" CHECK ((closed_at is null) = (ending is null));
CREATE TABLE "device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"mac" text,
	"clock_error_ms" bigint,
	"clock_error_source" text,
	"clock_reviewed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "device_clock_error" CHECK ((clock_error_ms is null) = (clock_error_source is null))
);
--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "firmware" text;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "camera_model" text;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "time_source" text DEFAULT 'DEVICE_CLOCK' NOT NULL;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "corrected_taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "declared_width_px" integer;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "declared_height_px" integer;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "metadata_flaws" text[];--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "firmware" text;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "camera_model" text;--> statement-breakpoint
ALTER TABLE "device_key" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "device_mac" ON "device" USING btree ("store_id","mac") WHERE mac is not null;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_key" ADD CONSTRAINT "device_key_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capture_of_device" ON "capture" USING btree ("device_id","created_at") WHERE device_id is not null;--> statement-breakpoint
CREATE INDEX "capture_without_device" ON "capture" USING btree ("id") WHERE device_id is null;--> statement-breakpoint
CREATE INDEX "capture_firmware" ON "capture" USING btree ("firmware","created_at","id") WHERE firmware is not null;--> statement-breakpoint
CREATE INDEX "dead_letter_firmware" ON "dead_letter" USING btree ("firmware","created_at","id") WHERE firmware is not null;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_time_source" CHECK (time_source in ('DEVICE_CLOCK', 'CORRECTED_CLOCK', 'RECEIPT'));--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_corrected_time" CHECK ((time_source = 'DEVICE_CLOCK') = (corrected_taken_at is null));--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_metadata_flaws" CHECK ("metadata_flaws" <@ ARRAY['RESOLUTION_DIFFERS']);--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_clock_error_source_word" CHECK ("clock_error_source" IN ('SENT_AT', 'DELAYS'));--> statement-breakpoint
ALTER TABLE "alert" DROP CONSTRAINT "alert_rule";--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_rule" CHECK ("rule" IN ('CAPTURE_CONFLICT', 'DEVICE_CLOCK_WRONG'));

CREATE TABLE "audit_log" (
	"ordinal" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"facts" jsonb NOT NULL,
	"previous_hash" "bytea",
	"hash" "bytea"
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'analyst' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bay" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"aisle" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bay_store_aisle" UNIQUE("store_id","aisle")
);
--> statement-breakpoint
CREATE TABLE "capture" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"bay_id" uuid NOT NULL,
	"device_key_id" uuid,
	"key_version" integer NOT NULL,
	"idempotency_key" "bytea" NOT NULL,
	"payload" jsonb NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"tagged_version" text NOT NULL,
	"declared_sha256" text,
	"image_url" text,
	"upload_id" uuid,
	"supersedes_id" uuid,
	"state" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"job_id" uuid,
	"failures" integer DEFAULT 0 NOT NULL,
	"transient_faults" integer DEFAULT 0 NOT NULL,
	"quality_retries" integer DEFAULT 0 NOT NULL,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sha256" text,
	"thumbnail_sha256" text,
	"display_sha256" text,
	"short_side_px" integer,
	"sharpness" double precision,
	"quality_flaws" text[],
	"pinned_version_id" uuid,
	"detection_set_id" uuid,
	"current_score_id" uuid,
	"tier" integer,
	"score" double precision,
	"coverage" double precision,
	"scored_at" timestamp with time zone,
	"trace_parent" text,
	"byte_length" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "capture_idempotency" UNIQUE("store_id","key_version","idempotency_key"),
	CONSTRAINT "capture_state" CHECK (state in ('INGESTED', 'RETRY_SCHEDULED', 'PREPROCESSED', 'VERSION_DRIFT', 'TIER_1_INFERENCE', 'TIER_2_INFERENCE', 'TIER_3_INFERENCE', 'SCORED', 'ARCHIVED', 'DEAD_LETTERED')),
	CONSTRAINT "capture_score_range" CHECK (score is null or (score >= 0 and score <= 1)),
	CONSTRAINT "capture_scored_has_score_row" CHECK (state <> 'SCORED' or current_score_id is not null)
);
--> statement-breakpoint
CREATE TABLE "capture_conflict" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"claim" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "capture_conflict_claim" UNIQUE("capture_id","claim")
);
--> statement-breakpoint
CREATE TABLE "capture_event" (
	"capture_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"facts" jsonb NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "capture_event_capture_id_revision_pk" PRIMARY KEY("capture_id","revision")
);
--> statement-breakpoint
CREATE TABLE "dead_letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stage" text NOT NULL,
	"reason" text NOT NULL,
	"message" text NOT NULL,
	"problems" jsonb NOT NULL,
	"raw_payload" text NOT NULL,
	"payload_sha256" text NOT NULL,
	"store_id" uuid,
	"device_key_id" uuid,
	"capture_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "dead_letter_payload" UNIQUE NULLS NOT DISTINCT("store_id","payload_sha256","capture_id")
);
--> statement-breakpoint
CREATE TABLE "detection_set" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"tier" integer NOT NULL,
	"model_id" text NOT NULL,
	"config_hash" text NOT NULL,
	"version_id" uuid,
	"realogram" jsonb NOT NULL,
	"inference_ms" real NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "device_key_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "drift_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"bay_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"tagged_version" text NOT NULL,
	"active_version_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" text,
	"release_mode" text
);
--> statement-breakpoint
CREATE TABLE "image" (
	"sha256" text PRIMARY KEY NOT NULL,
	"byte_length" bigint NOT NULL,
	"mime_type" text NOT NULL,
	"width_px" integer,
	"height_px" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inference_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"tier" integer NOT NULL,
	"provider" text NOT NULL,
	"outcome" text NOT NULL,
	"message" text,
	"duration_ms" real NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "planogram" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "planogram_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "planogram_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bay_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"activated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp with time zone,
	"activated_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "planogram_position" (
	"version_id" uuid NOT NULL,
	"position_id" text NOT NULL,
	"product_id" uuid NOT NULL,
	"shelf_number" integer NOT NULL,
	"sequence" integer NOT NULL,
	"x_mm" double precision NOT NULL,
	"y_mm" double precision NOT NULL,
	"width_mm" double precision NOT NULL,
	"height_mm" double precision NOT NULL,
	"facings_horizontal" integer NOT NULL,
	"facings_vertical" integer NOT NULL,
	"facings_depth" integer NOT NULL,
	"orientation" text NOT NULL,
	CONSTRAINT "planogram_position_version_id_position_id_pk" PRIMARY KEY("version_id","position_id")
);
--> statement-breakpoint
CREATE TABLE "planogram_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"planogram_id" uuid NOT NULL,
	"label" text NOT NULL,
	"width_mm" double precision NOT NULL,
	"height_mm" double precision NOT NULL,
	"shelves" jsonb NOT NULL,
	"effective_from" timestamp with time zone,
	"effective_to" timestamp with time zone,
	"source_format" text NOT NULL,
	"source_sha256" text NOT NULL,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "planogram_version_label_unique" UNIQUE("label")
);
--> statement-breakpoint
CREATE TABLE "position_verdict" (
	"id" uuid PRIMARY KEY NOT NULL,
	"score_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"position_id" text,
	"verdict" text NOT NULL,
	"expected_product_id" uuid,
	"seen_product_id" uuid,
	"facings_planned" integer NOT NULL,
	"facings_seen" integer,
	"confidence" real NOT NULL,
	"credit" real,
	"box" jsonb,
	"evidence" jsonb NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" uuid PRIMARY KEY NOT NULL,
	"catalog" text NOT NULL,
	"sku" text NOT NULL,
	"gtin" text,
	"name" text NOT NULL,
	"brand" text,
	"category" text,
	"width_mm" double precision NOT NULL,
	"height_mm" double precision NOT NULL,
	"depth_mm" double precision,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_catalog_sku" UNIQUE("catalog","sku")
);
--> statement-breakpoint
CREATE TABLE "product_image" (
	"product_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "product_image_product_id_sha256_pk" PRIMARY KEY("product_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "recapture_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"bay_id" uuid NOT NULL,
	"reasons" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"fulfilled_at" timestamp with time zone,
	CONSTRAINT "recapture_request_capture" UNIQUE("capture_id")
);
--> statement-breakpoint
CREATE TABLE "score" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"detection_set_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"formula_version" integer NOT NULL,
	"tier" integer NOT NULL,
	"model_id" text NOT NULL,
	"config_hash" text NOT NULL,
	"score" numeric(7, 6),
	"unscored_reason" text,
	"coverage" numeric(7, 6) NOT NULL,
	"on_shelf_availability" numeric(7, 6),
	"right_shelf_rate" numeric(7, 6),
	"right_place_rate" numeric(7, 6),
	"facings_accuracy" numeric(7, 6),
	"strict_rate" numeric(7, 6),
	"quality_flags" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "score_range" CHECK (score is null or (score >= 0 and score <= 1)),
	CONSTRAINT "score_null_has_reason" CHECK ((score is null) = (unscored_reason is not null))
);
--> statement-breakpoint
CREATE TABLE "store" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "store_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "upload" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"expected_sha256" text,
	"expected_byte_length" bigint,
	"mime_type" text,
	"sha256" text,
	"completed_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bay" ADD CONSTRAINT "bay_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_device_key_id_device_key_id_fk" FOREIGN KEY ("device_key_id") REFERENCES "public"."device_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_upload_id_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."upload"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_sha256_image_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_thumbnail_sha256_image_sha256_fk" FOREIGN KEY ("thumbnail_sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_display_sha256_image_sha256_fk" FOREIGN KEY ("display_sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_pinned_version_id_planogram_version_id_fk" FOREIGN KEY ("pinned_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_conflict" ADD CONSTRAINT "capture_conflict_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture_event" ADD CONSTRAINT "capture_event_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_device_key_id_device_key_id_fk" FOREIGN KEY ("device_key_id") REFERENCES "public"."device_key"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "detection_set" ADD CONSTRAINT "detection_set_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "detection_set" ADD CONSTRAINT "detection_set_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_key" ADD CONSTRAINT "device_key_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drift_item" ADD CONSTRAINT "drift_item_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drift_item" ADD CONSTRAINT "drift_item_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drift_item" ADD CONSTRAINT "drift_item_active_version_id_planogram_version_id_fk" FOREIGN KEY ("active_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inference_attempt" ADD CONSTRAINT "inference_attempt_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planogram_assignment" ADD CONSTRAINT "planogram_assignment_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planogram_assignment" ADD CONSTRAINT "planogram_assignment_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planogram_position" ADD CONSTRAINT "planogram_position_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planogram_position" ADD CONSTRAINT "planogram_position_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planogram_version" ADD CONSTRAINT "planogram_version_planogram_id_planogram_id_fk" FOREIGN KEY ("planogram_id") REFERENCES "public"."planogram"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_score_id_score_id_fk" FOREIGN KEY ("score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_expected_product_id_product_id_fk" FOREIGN KEY ("expected_product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_seen_product_id_product_id_fk" FOREIGN KEY ("seen_product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_image" ADD CONSTRAINT "product_image_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_image" ADD CONSTRAINT "product_image_sha256_image_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_detection_set_id_detection_set_id_fk" FOREIGN KEY ("detection_set_id") REFERENCES "public"."detection_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload" ADD CONSTRAINT "upload_sha256_image_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capture_received" ON "capture" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "capture_state_received" ON "capture" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "capture_bay_taken" ON "capture" USING btree ("bay_id","taken_at");--> statement-breakpoint
CREATE INDEX "capture_upload" ON "capture" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "capture_sha256" ON "capture" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "capture_conflict_created" ON "capture_conflict" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "dead_letter_reason_created" ON "dead_letter" USING btree ("reason","created_at","id");--> statement-breakpoint
CREATE INDEX "dead_letter_created" ON "dead_letter" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "dead_letter_capture" ON "dead_letter" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "device_key_store" ON "device_key" USING btree ("store_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drift_item_open" ON "drift_item" USING btree ("capture_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "drift_item_group" ON "drift_item" USING btree ("bay_id","tagged_version","created_at");--> statement-breakpoint
CREATE INDEX "inference_attempt_capture" ON "inference_attempt" USING btree ("capture_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "planogram_assignment_active" ON "planogram_assignment" USING btree ("bay_id") WHERE deactivated_at is null;--> statement-breakpoint
CREATE INDEX "planogram_assignment_bay" ON "planogram_assignment" USING btree ("bay_id","activated_at");--> statement-breakpoint
CREATE INDEX "position_verdict_score" ON "position_verdict" USING btree ("score_id","ordinal");--> statement-breakpoint
CREATE INDEX "recapture_request_bay" ON "recapture_request" USING btree ("bay_id","created_at");--> statement-breakpoint
CREATE INDEX "score_capture" ON "score" USING btree ("capture_id","created_at");--> statement-breakpoint
CREATE INDEX "upload_store" ON "upload" USING btree ("store_id","created_at");
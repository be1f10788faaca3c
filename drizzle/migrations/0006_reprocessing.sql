CREATE TABLE "integrity_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rows" integer NOT NULL,
	"objects" integer NOT NULL,
	"missing" integer NOT NULL,
	"damaged" integer NOT NULL,
	"orphaned" integer NOT NULL,
	"samples" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "planned_activation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"scope" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'PLANNED' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"outcome" jsonb
);
--> statement-breakpoint
CREATE TABLE "reprocess_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"mode" text NOT NULL,
	"scope" jsonb NOT NULL,
	"version_choice" text NOT NULL,
	"version_id" uuid,
	"publishes_at_once" boolean NOT NULL,
	"reason" text NOT NULL,
	"expanded_to" uuid,
	"total" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"state_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"rolled_back_at" timestamp with time zone,
	CONSTRAINT "reprocess_batch_state" CHECK (state in ('EXPANDING', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED', 'PUBLISHING', 'PUBLISHED', 'ROLLING_BACK', 'ROLLED_BACK'))
);
--> statement-breakpoint
CREATE TABLE "reprocess_item" (
	"batch_id" uuid NOT NULL,
	"capture_id" uuid NOT NULL,
	"state" text DEFAULT 'WAITING' NOT NULL,
	"claimed_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"score_before_id" uuid,
	"score_after_id" uuid,
	"failure" text,
	"message" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "reprocess_item_batch_id_capture_id_pk" PRIMARY KEY("batch_id","capture_id"),
	CONSTRAINT "reprocess_item_state" CHECK (state in ('WAITING', 'MOVED', 'DONE', 'FAILED', 'SKIPPED', 'PUBLISHED', 'OUTDATED', 'ROLLED_BACK'))
);
--> statement-breakpoint
CREATE TABLE "retention_policy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_days" integer NOT NULL,
	"clean_photo_days" integer,
	"faulty_photo_days" integer,
	"notice_days" integer NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "retention_policy_days" CHECK (review_days > 0 and notice_days > 0 and coalesce(clean_photo_days, 1) > 0 and coalesce(faulty_photo_days, 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "retention_item" (
	"run_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"removed_at" timestamp with time zone,
	"kept_because" text,
	CONSTRAINT "retention_item_run_id_sha256_pk" PRIMARY KEY("run_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "retention_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"policy_id" uuid NOT NULL,
	"announced_by_id" uuid,
	"captures" integer DEFAULT 0 NOT NULL,
	"photos" integer DEFAULT 0 NOT NULL,
	"byte_length" bigint DEFAULT 0 NOT NULL,
	"facts" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "silent_drift" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"bay_id" uuid NOT NULL,
	"score_id" uuid NOT NULL,
	"pinned_version_id" uuid NOT NULL,
	"better_version_id" uuid NOT NULL,
	"pinned_score" numeric(7, 6) NOT NULL,
	"better_score" numeric(7, 6) NOT NULL,
	"discriminating_facings" integer NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"ending" text,
	"batch_id" uuid,
	CONSTRAINT "silent_drift_score" UNIQUE("score_id")
);
--> statement-breakpoint
CREATE TABLE "store_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "store_group_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "store_group_member" (
	"group_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	CONSTRAINT "store_group_member_group_id_store_id_pk" PRIMARY KEY("group_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "verdict_overrule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"capture_id" uuid NOT NULL,
	"score_id" uuid NOT NULL,
	"position_id" text,
	"ordinal" integer NOT NULL,
	"verdict" text,
	"seen_product_id" uuid,
	"reason" text NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_mapping" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_version_id" uuid NOT NULL,
	"to_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_position_id" text,
	"to_position_id" text,
	"from_product_id" uuid,
	"to_product_id" uuid,
	"grace_until" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "waiver" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bay_id" uuid NOT NULL,
	"planogram_id" uuid NOT NULL,
	"position_id" text NOT NULL,
	"product_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text
);
--> statement-breakpoint
ALTER TABLE "capture" DROP CONSTRAINT "capture_scored_has_score_row";--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "mapped_from_version_id" uuid;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "kept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "kept_by" text;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "kept_reason" text;--> statement-breakpoint
ALTER TABLE "capture" ADD COLUMN "photo_expired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "drift_item" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "image" ADD COLUMN "expired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "planogram_assignment" ADD COLUMN "activation_id" uuid;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD COLUMN "overrule_id" uuid;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD COLUMN "waiver_id" uuid;--> statement-breakpoint
ALTER TABLE "score" ADD COLUMN "origin" text DEFAULT 'PIPELINE' NOT NULL;--> statement-breakpoint
ALTER TABLE "score" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "score" ADD COLUMN "parent_score_id" uuid;--> statement-breakpoint
ALTER TABLE "score" ADD COLUMN "mapped_from_version_id" uuid;--> statement-breakpoint
ALTER TABLE "planned_activation" ADD CONSTRAINT "planned_activation_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reprocess_batch" ADD CONSTRAINT "reprocess_batch_version_id_planogram_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reprocess_item" ADD CONSTRAINT "reprocess_item_batch_id_reprocess_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."reprocess_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reprocess_item" ADD CONSTRAINT "reprocess_item_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reprocess_item" ADD CONSTRAINT "reprocess_item_score_before_id_score_id_fk" FOREIGN KEY ("score_before_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reprocess_item" ADD CONSTRAINT "reprocess_item_score_after_id_score_id_fk" FOREIGN KEY ("score_after_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_item" ADD CONSTRAINT "retention_item_run_id_retention_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."retention_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_item" ADD CONSTRAINT "retention_item_sha256_image_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."image"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_run" ADD CONSTRAINT "retention_run_policy_id_retention_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."retention_policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_run" ADD CONSTRAINT "retention_run_announced_by_id_retention_run_id_fk" FOREIGN KEY ("announced_by_id") REFERENCES "public"."retention_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silent_drift" ADD CONSTRAINT "silent_drift_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silent_drift" ADD CONSTRAINT "silent_drift_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silent_drift" ADD CONSTRAINT "silent_drift_score_id_score_id_fk" FOREIGN KEY ("score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silent_drift" ADD CONSTRAINT "silent_drift_pinned_version_id_planogram_version_id_fk" FOREIGN KEY ("pinned_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "silent_drift" ADD CONSTRAINT "silent_drift_better_version_id_planogram_version_id_fk" FOREIGN KEY ("better_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_group_member" ADD CONSTRAINT "store_group_member_group_id_store_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."store_group"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_group_member" ADD CONSTRAINT "store_group_member_store_id_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."store"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_overrule" ADD CONSTRAINT "verdict_overrule_capture_id_capture_id_fk" FOREIGN KEY ("capture_id") REFERENCES "public"."capture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_overrule" ADD CONSTRAINT "verdict_overrule_score_id_score_id_fk" FOREIGN KEY ("score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdict_overrule" ADD CONSTRAINT "verdict_overrule_seen_product_id_product_id_fk" FOREIGN KEY ("seen_product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_mapping" ADD CONSTRAINT "version_mapping_from_version_id_planogram_version_id_fk" FOREIGN KEY ("from_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_mapping" ADD CONSTRAINT "version_mapping_to_version_id_planogram_version_id_fk" FOREIGN KEY ("to_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_mapping" ADD CONSTRAINT "version_mapping_from_product_id_product_id_fk" FOREIGN KEY ("from_product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_mapping" ADD CONSTRAINT "version_mapping_to_product_id_product_id_fk" FOREIGN KEY ("to_product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_bay_id_bay_id_fk" FOREIGN KEY ("bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_planogram_id_planogram_id_fk" FOREIGN KEY ("planogram_id") REFERENCES "public"."planogram"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "integrity_report_created" ON "integrity_report" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "planned_activation_due" ON "planned_activation" USING btree ("due_at") WHERE state = 'PLANNED';--> statement-breakpoint
CREATE INDEX "planned_activation_version" ON "planned_activation" USING btree ("version_id","created_at");--> statement-breakpoint
CREATE INDEX "reprocess_batch_created" ON "reprocess_batch" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "reprocess_batch_open" ON "reprocess_batch" USING btree ("state") WHERE state in ('EXPANDING', 'RUNNING', 'PUBLISHING', 'ROLLING_BACK');--> statement-breakpoint
CREATE INDEX "reprocess_item_standing" ON "reprocess_item" USING btree ("batch_id","state","capture_id");--> statement-breakpoint
CREATE INDEX "reprocess_item_ended" ON "reprocess_item" USING btree ("batch_id","ended_at");--> statement-breakpoint
CREATE INDEX "reprocess_item_capture" ON "reprocess_item" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "retention_policy_created" ON "retention_policy" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "retention_run_created" ON "retention_run" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "silent_drift_capture" ON "silent_drift" USING btree ("capture_id");--> statement-breakpoint
CREATE INDEX "silent_drift_open" ON "silent_drift" USING btree ("bay_id","pinned_version_id","better_version_id","created_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "store_group_member_store" ON "store_group_member" USING btree ("store_id");--> statement-breakpoint
CREATE INDEX "verdict_overrule_capture" ON "verdict_overrule" USING btree ("capture_id","created_at");--> statement-breakpoint
CREATE INDEX "version_mapping_pair" ON "version_mapping" USING btree ("from_version_id","to_version_id");--> statement-breakpoint
CREATE INDEX "version_mapping_to" ON "version_mapping" USING btree ("to_version_id","grace_until");--> statement-breakpoint
CREATE INDEX "waiver_bay" ON "waiver" USING btree ("bay_id","planogram_id","expires_at");--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_mapped_from_version_id_planogram_version_id_fk" FOREIGN KEY ("mapped_from_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planogram_assignment" ADD CONSTRAINT "planogram_assignment_activation_id_planned_activation_id_fk" FOREIGN KEY ("activation_id") REFERENCES "public"."planned_activation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_overrule_id_verdict_overrule_id_fk" FOREIGN KEY ("overrule_id") REFERENCES "public"."verdict_overrule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_waiver_id_waiver_id_fk" FOREIGN KEY ("waiver_id") REFERENCES "public"."waiver"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_parent_score_id_score_id_fk" FOREIGN KEY ("parent_score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_mapped_from_version_id_planogram_version_id_fk" FOREIGN KEY ("mapped_from_version_id") REFERENCES "public"."planogram_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capture_archivable" ON "capture" USING btree ("scored_at","id") WHERE state = 'SCORED';--> statement-breakpoint
CREATE INDEX "capture_archived" ON "capture" USING btree ("archived_at","id") WHERE archived_at is not null;--> statement-breakpoint
CREATE INDEX "capture_pinned" ON "capture" USING btree ("pinned_version_id","id") WHERE pinned_version_id is not null;--> statement-breakpoint
CREATE INDEX "dead_letter_device" ON "dead_letter" USING btree ("device_key_id","created_at") WHERE device_key_id is not null;--> statement-breakpoint
CREATE INDEX "score_batch" ON "score" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
ALTER TABLE "rescore_offer" ADD CONSTRAINT "rescore_offer_outage" UNIQUE("breaker","outage_from");--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_kept_has_reason" CHECK ((kept_at is null) = (kept_reason is null) and (kept_at is null) = (kept_by is null));--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_scored_has_score_row" CHECK (state not in ('SCORED', 'ARCHIVED') or current_score_id is not null);--> statement-breakpoint
-- What a person ruled and what policy was in force is written once.
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "verdict_overrule" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "retention_policy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE "drift_item" DROP CONSTRAINT "drift_item_release_mode";
--> statement-breakpoint
ALTER TABLE "drift_item" ADD CONSTRAINT "drift_item_release_mode" CHECK ("release_mode" IN ('EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED', 'MAPPED'));
--> statement-breakpoint
ALTER TABLE "silent_drift" ADD CONSTRAINT "silent_drift_ending" CHECK ("ending" IN ('SCORED_AGAINST_OTHER', 'DISMISSED', 'RESOLVED_BY_ACTIVATION') AND ("ending" IS NULL) = ("ended_at" IS NULL));
--> statement-breakpoint
ALTER TABLE "version_mapping" ADD CONSTRAINT "version_mapping_kind" CHECK ("kind" IN ('SAME', 'MOVED', 'SWAPPED', 'SUBSTITUTED', 'ALIAS', 'DELISTED', 'NEW'));
--> statement-breakpoint
ALTER TABLE "planned_activation" ADD CONSTRAINT "planned_activation_state" CHECK ("state" IN ('PLANNED', 'DONE', 'CANCELLED'));
--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_origin" CHECK ("origin" IN ('PIPELINE', 'RESCORE', 'REINFER', 'OVERRULE'));
--> statement-breakpoint
ALTER TABLE "reprocess_batch" ADD CONSTRAINT "reprocess_batch_mode" CHECK ("mode" IN ('RELEASE', 'RESCORE', 'REINFER'));
--> statement-breakpoint
ALTER TABLE "reprocess_batch" ADD CONSTRAINT "reprocess_batch_version_choice" CHECK ("version_choice" IN ('PINNED', 'EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED', 'MAPPED', 'GIVEN'));
--> statement-breakpoint
ALTER TABLE "reprocess_batch" ADD CONSTRAINT "reprocess_batch_given_version" CHECK (("version_choice" = 'GIVEN') = ("version_id" IS NOT NULL));
--> statement-breakpoint
ALTER TABLE "retention_run" ADD CONSTRAINT "retention_run_kind" CHECK ("kind" IN ('DRY_RUN', 'EXPIRY'));
--> statement-breakpoint
ALTER TABLE "retention_run" ADD CONSTRAINT "retention_run_was_announced" CHECK (("kind" = 'EXPIRY') = ("announced_by_id" IS NOT NULL));
--> statement-breakpoint
ALTER TABLE "verdict_overrule" ADD CONSTRAINT "verdict_overrule_verdict" CHECK ("verdict" IN ('MATCH', 'FACINGS_SHORT', 'FACINGS_OVER', 'MISPLACED', 'WRONG_PRODUCT', 'UNKNOWN_PRODUCT', 'MISSING', 'OCCUPIED', 'NOT_VISIBLE', 'NOT_ASSESSED', 'WAIVED', 'EXTRA'));

-- A request that was closed before endings were kept was closed by the move of its own capture.
UPDATE "recapture_request" SET "closed_at" = "fulfilled_at", "ending" = 'SCORED_AS_IT_IS' WHERE "fulfilled_at" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "recapture_request" DROP COLUMN "fulfilled_at";
--> statement-breakpoint
ALTER TABLE "capture" DROP CONSTRAINT "capture_quality_flaws";
--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_quality_flaws" CHECK ("quality_flaws" <@ ARRAY['TOO_SMALL', 'BAD_ASPECT', 'TOO_BLURRED']);
--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_quality_hints" CHECK ("quality_hints" <@ ARRAY['TOO_DARK', 'TOO_BRIGHT', 'GLARE']);
--> statement-breakpoint
ALTER TABLE "recapture_request" DROP CONSTRAINT "recapture_request_reasons";
--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_reasons" CHECK ("reasons" <@ ARRAY['TOO_SMALL', 'BAD_ASPECT', 'TOO_BLURRED', 'TOO_DARK', 'TOO_BRIGHT', 'GLARE', 'UPLOAD_EXPIRED', 'PHOTO_UNREACHABLE', 'PHOTO_EMPTY', 'PHOTO_CORRUPT', 'PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE', 'PHOTO_TOO_COSTLY', 'HASH_MISMATCH', 'MIME_MISMATCH', 'ASKED_BY_PERSON']);
--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_ending_word" CHECK ("ending" IN ('BETTER_BYTES', 'SUPERSEDED', 'SCORED_AS_IT_IS', 'WITHDRAWN'));
--> statement-breakpoint
ALTER TABLE "dead_letter" DROP CONSTRAINT "dead_letter_reason";
--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_reason" CHECK ("reason" IN ('NOT_AN_OBJECT', 'FIELD_MISSING', 'FIELD_INVALID', 'TEXT_INVALID', 'PAYLOAD_TOO_LARGE', 'SCHEMA_VERSION_UNKNOWN', 'STORE_MISMATCH', 'MIME_TYPE_REFUSED', 'UPLOAD_UNKNOWN', 'UPLOAD_TAKEN', 'UPLOAD_EXPIRED', 'PHOTO_UNREACHABLE', 'PHOTO_EMPTY', 'PHOTO_CORRUPT', 'PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE', 'PHOTO_TOO_COSTLY', 'HASH_MISMATCH', 'MIME_MISMATCH', 'QUALITY_TOO_LOW', 'STAGE_FAILED', 'WORKER_CRASHED'));
--> statement-breakpoint
ALTER TABLE "payload_patch" ADD CONSTRAINT "payload_patch_reason" CHECK ("reason" IN ('NOT_AN_OBJECT', 'FIELD_MISSING', 'FIELD_INVALID', 'TEXT_INVALID', 'PAYLOAD_TOO_LARGE', 'SCHEMA_VERSION_UNKNOWN', 'STORE_MISMATCH', 'MIME_TYPE_REFUSED', 'UPLOAD_UNKNOWN', 'UPLOAD_TAKEN', 'UPLOAD_EXPIRED', 'PHOTO_UNREACHABLE', 'PHOTO_EMPTY', 'PHOTO_CORRUPT', 'PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE', 'PHOTO_TOO_COSTLY', 'HASH_MISMATCH', 'MIME_MISMATCH', 'QUALITY_TOO_LOW', 'STAGE_FAILED', 'WORKER_CRASHED'));
--> statement-breakpoint
ALTER TABLE "payload_patch" ADD CONSTRAINT "payload_patch_counts" CHECK ("mended" BETWEEN 0 AND "matched");
--> statement-breakpoint
ALTER TABLE "quality_rule" ADD CONSTRAINT "quality_rule_final_policy" CHECK ("final_policy" IN ('SCORE_FLAGGED', 'DEAD_LETTER'));
--> statement-breakpoint
ALTER TABLE "quality_rule" ADD CONSTRAINT "quality_rule_limits" CHECK ("min_short_side_px" >= 0 AND "min_sharpness" >= 0 AND "max_aspect" >= 1 AND "max_retries" >= 0);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_rule" CHECK ("rule" IN ('CAPTURE_CONFLICT'));
--> statement-breakpoint
ALTER TABLE "device_key" ADD CONSTRAINT "device_key_captures_per_minute" CHECK ("captures_per_minute" > 0);
--> statement-breakpoint
-- A patch and a rule are what was decided: a later decision is a row of its own.
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "payload_patch" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "quality_rule" FOR EACH ROW EXECUTE FUNCTION refuse_change();

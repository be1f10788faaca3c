-- Closed vocabularies. They mirror schema/vocabulary.ts, and migrate.test.ts holds the two together.
ALTER TABLE "capture_event" ADD CONSTRAINT "capture_event_to_state" CHECK ("to_state" IN ('INGESTED', 'RETRY_SCHEDULED', 'PREPROCESSED', 'VERSION_DRIFT', 'TIER_1_INFERENCE', 'TIER_2_INFERENCE', 'TIER_3_INFERENCE', 'SCORED', 'ARCHIVED', 'DEAD_LETTERED'));
--> statement-breakpoint
ALTER TABLE "capture_event" ADD CONSTRAINT "capture_event_from_state" CHECK ("from_state" IN ('INGESTED', 'RETRY_SCHEDULED', 'PREPROCESSED', 'VERSION_DRIFT', 'TIER_1_INFERENCE', 'TIER_2_INFERENCE', 'TIER_3_INFERENCE', 'SCORED', 'ARCHIVED', 'DEAD_LETTERED'));
--> statement-breakpoint
-- The first event has no state before it, and only the first.
ALTER TABLE "capture_event" ADD CONSTRAINT "capture_event_first_has_no_from" CHECK (("revision" = 0) = ("from_state" IS NULL) AND "revision" >= 0);
--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_quality_flaws" CHECK ("quality_flaws" <@ ARRAY['TOO_SMALL', 'TOO_BLURRED']);
--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_tier" CHECK ("tier" BETWEEN 1 AND 3);
--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_counters_not_negative" CHECK ("revision" >= 0 AND "failures" >= 0 AND "transient_faults" >= 0 AND "quality_retries" >= 0);
--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_reasons" CHECK ("reasons" <@ ARRAY['TOO_SMALL', 'TOO_BLURRED']);
--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_verdict" CHECK ("verdict" IN ('MATCH', 'FACINGS_SHORT', 'FACINGS_OVER', 'MISPLACED', 'WRONG_PRODUCT', 'UNKNOWN_PRODUCT', 'MISSING', 'OCCUPIED', 'NOT_VISIBLE', 'NOT_ASSESSED', 'WAIVED', 'EXTRA'));
--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_confidence" CHECK ("confidence" BETWEEN 0 AND 1);
--> statement-breakpoint
ALTER TABLE "position_verdict" ADD CONSTRAINT "position_verdict_credit" CHECK ("credit" BETWEEN 0 AND 1);
--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_stage" CHECK ("stage" IN ('intake', 'preprocess', 'infer', 'score'));
--> statement-breakpoint
ALTER TABLE "dead_letter" ADD CONSTRAINT "dead_letter_reason" CHECK ("reason" IN ('NOT_AN_OBJECT', 'FIELD_MISSING', 'FIELD_INVALID', 'TEXT_INVALID', 'PAYLOAD_TOO_LARGE', 'SCHEMA_VERSION_UNKNOWN', 'STORE_MISMATCH', 'MIME_TYPE_REFUSED', 'UPLOAD_UNKNOWN', 'UPLOAD_EXPIRED', 'PHOTO_UNREACHABLE', 'PHOTO_EMPTY', 'PHOTO_CORRUPT', 'PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE', 'PHOTO_TOO_COSTLY', 'HASH_MISMATCH', 'MIME_MISMATCH', 'STAGE_FAILED', 'WORKER_CRASHED'));
--> statement-breakpoint
ALTER TABLE "drift_item" ADD CONSTRAINT "drift_item_reason" CHECK ("reason" IN ('VERSION_NOT_ACTIVE', 'VERSION_UNKNOWN', 'NO_ACTIVE_VERSION'));
--> statement-breakpoint
ALTER TABLE "drift_item" ADD CONSTRAINT "drift_item_release_mode" CHECK ("release_mode" IN ('EFFECTIVE_AT_CAPTURE', 'ACTIVE', 'TAGGED'));
--> statement-breakpoint
ALTER TABLE "inference_attempt" ADD CONSTRAINT "inference_attempt_outcome" CHECK ("outcome" IN ('OK', 'TRANSIENT', 'THROTTLED', 'PERMANENT_INPUT', 'CONFIGURATION', 'NOT_READY', 'ABORTED', 'BREAKER_OPEN'));
--> statement-breakpoint
ALTER TABLE "inference_attempt" ADD CONSTRAINT "inference_attempt_tier" CHECK ("tier" BETWEEN 1 AND 3);
--> statement-breakpoint
ALTER TABLE "detection_set" ADD CONSTRAINT "detection_set_tier" CHECK ("tier" BETWEEN 1 AND 3);
--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_tier" CHECK ("tier" BETWEEN 1 AND 3);
--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_coverage" CHECK ("coverage" BETWEEN 0 AND 1);
--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_role" CHECK ("role" IN ('analyst', 'category_manager', 'operator', 'admin'));
--> statement-breakpoint
ALTER TABLE "image" ADD CONSTRAINT "image_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
--> statement-breakpoint

-- History and findings are written once.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% refused: rows of % are written once and never changed or removed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  written_once text;
BEGIN
  FOREACH written_once IN ARRAY ARRAY['capture_event', 'planogram_version', 'planogram_position', 'score', 'position_verdict', 'detection_set', 'audit_log']
  LOOP
    EXECUTE format('CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', written_once);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', written_once);
  END LOOP;
END
$$;
--> statement-breakpoint

-- A row's text for hashing: its ordinal, instant, actor, action, object and facts as one JSON array. jsonb has one
-- spelling for one value, and to_char in UTC does not depend on the session.
CREATE FUNCTION "audit_log_text"(entry audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    entry.ordinal,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.actor, entry.action, entry.object, entry.facts
  )::text
$$;
--> statement-breakpoint
-- Chains a new entry to the last. The lock is held to the end of the transaction, so that entries are chained in the
-- order in which they commit; the ordinal is drawn under it for the same reason. 7021 is this chain's lock number.
CREATE FUNCTION "audit_log_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7021);
  SELECT max(ordinal) + 1 INTO NEW.ordinal FROM audit_log;
  NEW.ordinal := coalesce(NEW.ordinal, 1);
  SELECT hash INTO NEW.previous_hash FROM audit_log WHERE ordinal = NEW.ordinal - 1;
  NEW.hash := sha256(coalesce(NEW.previous_hash, ''::bytea) || convert_to(audit_log_text(NEW), 'UTF8'));
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER chained BEFORE INSERT ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_log_chain();
--> statement-breakpoint
-- The ordinals at which the chain does not hold: an entry changed, removed from the middle, or put in from outside.
CREATE FUNCTION "audit_log_breaks"() RETURNS TABLE (ordinal bigint, problem text) LANGUAGE sql STABLE AS $$
  SELECT entry.ordinal,
         CASE
           WHEN entry.ordinal <> entry.place THEN 'an entry before this one is missing'
           WHEN entry.previous_hash IS DISTINCT FROM entry.hash_before THEN 'does not follow the entry before it'
           ELSE 'was changed after it was written'
         END
  FROM (
    SELECT a.ordinal, a.previous_hash, a.hash, audit_log_text(a) AS body,
           lag(a.hash) OVER (ORDER BY a.ordinal) AS hash_before,
           row_number() OVER (ORDER BY a.ordinal) AS place
    FROM audit_log a
  ) entry
  WHERE entry.ordinal <> entry.place
     OR entry.previous_hash IS DISTINCT FROM entry.hash_before
     OR entry.hash IS DISTINCT FROM sha256(coalesce(entry.previous_hash, ''::bytea) || convert_to(entry.body, 'UTF8'))
$$;
--> statement-breakpoint

-- Every move rewrites the capture's row some five times. Room on the page keeps most of the rewriting beside the row,
-- and vacuum comes after 2 % of dead rows instead of 20 %.
ALTER TABLE "capture" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
--> statement-breakpoint
-- Insert-only tables: the visibility map is kept fresh for index-only scans of the history.
ALTER TABLE "capture_event" SET (autovacuum_vacuum_insert_scale_factor = 0.05);
--> statement-breakpoint
ALTER TABLE "position_verdict" SET (autovacuum_vacuum_insert_scale_factor = 0.05);

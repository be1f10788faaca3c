ALTER TABLE "breaker_audit" ADD COLUMN "decision_note" text;--> statement-breakpoint
CREATE TABLE "score_findings" (
	"score_id" uuid PRIMARY KEY NOT NULL,
	"verdict_counts" jsonb NOT NULL,
	"findings" json NOT NULL,
	CONSTRAINT "score_findings_list" CHECK (json_typeof(findings) = 'array')
);
--> statement-breakpoint
ALTER TABLE "score_findings" ADD CONSTRAINT "score_findings_score_id_score_id_fk" FOREIGN KEY ("score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What is left without the words of the vocabulary is a pair of braces.
ALTER TABLE "score_findings" ADD CONSTRAINT "score_findings_verdicts" CHECK (length((verdict_counts - ARRAY['MATCH', 'FACINGS_SHORT', 'FACINGS_OVER', 'MISPLACED', 'WRONG_PRODUCT', 'UNKNOWN_PRODUCT', 'MISSING', 'OCCUPIED', 'NOT_VISIBLE', 'NOT_ASSESSED', 'WAIVED', 'EXTRA'])::text) = 2);
--> statement-breakpoint
INSERT INTO "score_findings" ("score_id", "verdict_counts", "findings")
SELECT score_id, (SELECT jsonb_object_agg(verdict, n) FROM (
    SELECT verdict, count(*) AS n FROM position_verdict o WHERE o.score_id = v.score_id GROUP BY verdict) counted),
  json_agg(json_build_object('positionId', position_id, 'verdict', verdict, 'expectedProductId', expected_product_id,
    'seenProductId', seen_product_id, 'facingsPlanned', facings_planned, 'facingsSeen', facings_seen,
    'confidence', confidence, 'credit', credit, 'box', box, 'evidence', evidence, 'reason', reason,
    'overruleId', overrule_id, 'waiverId', waiver_id) ORDER BY ordinal)
FROM position_verdict v GROUP BY score_id;
--> statement-breakpoint
DROP TABLE "position_verdict";--> statement-breakpoint
CREATE VIEW "position_verdict" AS
SELECT f.score_id || ':' || (v.ordinality - 1) AS id, f.score_id, (v.ordinality - 1)::int AS ordinal,
  v."positionId" AS position_id, v.verdict, v."expectedProductId" AS expected_product_id,
  v."seenProductId" AS seen_product_id, v."facingsPlanned" AS facings_planned, v."facingsSeen" AS facings_seen,
  v.confidence, v.credit,
  CASE WHEN json_typeof(v.box) = 'array' THEN v.box END AS box, v.evidence, v.reason, v."overruleId" AS overrule_id, v."waiverId" AS waiver_id
FROM score_findings f CROSS JOIN LATERAL ROWS FROM (json_to_recordset(f.findings) AS (
  "positionId" text, verdict text, "expectedProductId" uuid, "seenProductId" uuid, "facingsPlanned" int,
  "facingsSeen" int, confidence float8, credit float8, box json, evidence json, reason text, "overruleId" uuid,
  "waiverId" uuid)) WITH ORDINALITY AS v;
--> statement-breakpoint
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "score_findings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "score_findings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE "score_findings" SET (autovacuum_vacuum_insert_scale_factor = 0.05);

CREATE TABLE "breaker" (
	"name" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'CLOSED' NOT NULL,
	"generation" bigint DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"window_started_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"reopen_count" integer DEFAULT 0 NOT NULL,
	"probe_owner" text,
	"probe_lease_until" timestamp with time zone,
	"probe_successes" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"reason" text,
	"rate_per_second" double precision,
	"tokens" double precision,
	"tokens_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "breaker_state" CHECK (state in ('CLOSED', 'OPEN', 'HALF_OPEN', 'ISOLATED')),
	CONSTRAINT "breaker_open_has_retry" CHECK (state <> 'OPEN' or retry_at is not null),
	CONSTRAINT "breaker_probe_has_lease" CHECK (state <> 'HALF_OPEN' or (probe_owner is not null and probe_lease_until is not null))
);
--> statement-breakpoint
CREATE TABLE "breaker_audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"evidence" jsonb NOT NULL,
	"proposal" jsonb,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"policy_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "breaker_policy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"failures_to_open" integer NOT NULL,
	"failure_rate_to_open" double precision NOT NULL,
	"window_seconds" double precision NOT NULL,
	"base_seconds" double precision NOT NULL,
	"factor" double precision NOT NULL,
	"cap_seconds" double precision NOT NULL,
	"jitter" double precision NOT NULL,
	"probe_successes_to_close" integer NOT NULL,
	"probe_lease_seconds" double precision NOT NULL,
	"ramp_seconds" double precision NOT NULL,
	"call_timeout_ms" integer NOT NULL,
	"note" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "breaker_transition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"generation" bigint NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"facts" jsonb NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "breaker_transition_generation" UNIQUE("name","generation")
);
--> statement-breakpoint
CREATE TABLE "rescore_offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"breaker" text NOT NULL,
	"outage_from" timestamp with time zone NOT NULL,
	"outage_to" timestamp with time zone NOT NULL,
	"captures" integer NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"batch_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "breaker_audit" ADD CONSTRAINT "breaker_audit_policy_id_breaker_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."breaker_policy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "breaker_audit_created" ON "breaker_audit" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "breaker_audit_open" ON "breaker_audit" USING btree ("name") WHERE proposal is not null and decision is null;--> statement-breakpoint
CREATE INDEX "breaker_policy_name" ON "breaker_policy" USING btree ("name","created_at");--> statement-breakpoint
CREATE INDEX "breaker_transition_at" ON "breaker_transition" USING btree ("name","at");--> statement-breakpoint
CREATE INDEX "rescore_offer_created" ON "rescore_offer" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "inference_attempt_created" ON "inference_attempt" USING btree ("created_at","provider");--> statement-breakpoint
-- What was decided and what happened is written once.
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "breaker_transition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON "breaker_policy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE "breaker_transition" ADD CONSTRAINT "breaker_transition_to_state" CHECK ("to_state" IN ('CLOSED', 'OPEN', 'HALF_OPEN', 'ISOLATED'));
--> statement-breakpoint
ALTER TABLE "breaker_transition" ADD CONSTRAINT "breaker_transition_from_state" CHECK ("from_state" IN ('CLOSED', 'OPEN', 'HALF_OPEN', 'ISOLATED'));
--> statement-breakpoint
ALTER TABLE "breaker_policy" ADD CONSTRAINT "breaker_policy_limits" CHECK ("failures_to_open" > 0 AND "failure_rate_to_open" BETWEEN 0 AND 1 AND "window_seconds" > 0 AND "base_seconds" > 0 AND "factor" >= 1 AND "cap_seconds" >= "base_seconds" AND "jitter" >= 0 AND "jitter" < 1 AND "probe_successes_to_close" > 0 AND "probe_lease_seconds" > 0 AND "ramp_seconds" >= 0 AND "call_timeout_ms" > 0);
--> statement-breakpoint
ALTER TABLE "breaker_audit" ADD CONSTRAINT "breaker_audit_decision" CHECK ("decision" IN ('APPROVED', 'REJECTED', 'REPLACED'));
--> statement-breakpoint
ALTER TABLE "rescore_offer" ADD CONSTRAINT "rescore_offer_decision" CHECK ("decision" IN ('ACCEPTED', 'AUTOMATIC', 'DISMISSED'));
--> statement-breakpoint
ALTER TABLE "inference_attempt" DROP CONSTRAINT "inference_attempt_outcome";
--> statement-breakpoint
ALTER TABLE "inference_attempt" ADD CONSTRAINT "inference_attempt_outcome" CHECK ("outcome" IN ('OK', 'TRANSIENT', 'THROTTLED', 'PERMANENT_INPUT', 'CONFIGURATION', 'NOT_READY', 'ABORTED', 'BREAKER_OPEN', 'DEADLINE', 'POOR_ANSWER'));

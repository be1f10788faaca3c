ALTER TABLE "alert" ADD COLUMN "params" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dead_letter" ADD COLUMN "params" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
-- Rows from before codes had parameters keep their sentence.
UPDATE "alert" SET "params" = jsonb_build_object('text', "message");--> statement-breakpoint
UPDATE "dead_letter" SET "params" = jsonb_build_object('text', "message");

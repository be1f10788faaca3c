ALTER TABLE "capture" ALTER COLUMN "score" SET DATA TYPE numeric(7, 6);--> statement-breakpoint
ALTER TABLE "capture" ALTER COLUMN "coverage" SET DATA TYPE numeric(7, 6);--> statement-breakpoint
CREATE INDEX "capture_scored" ON "capture" USING btree ("scored_at");--> statement-breakpoint
CREATE INDEX "capture_supersedes" ON "capture" USING btree ("supersedes_id");
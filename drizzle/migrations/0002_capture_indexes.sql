CREATE INDEX "capture_scored" ON "capture" USING btree ("scored_at");--> statement-breakpoint
CREATE INDEX "capture_supersedes" ON "capture" USING btree ("supersedes_id");
ALTER TABLE "alert" DROP COLUMN "message";--> statement-breakpoint
ALTER TABLE "dead_letter" DROP COLUMN "message";
ALTER TABLE "detection_set" ADD COLUMN "placement_problem" text;--> statement-breakpoint
ALTER TABLE "detection_set" ADD COLUMN "likely_bay_id" uuid;--> statement-breakpoint
ALTER TABLE "detection_set" ADD CONSTRAINT "detection_set_likely_bay_id_bay_id_fk" FOREIGN KEY ("likely_bay_id") REFERENCES "public"."bay"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "detection_set" ADD CONSTRAINT "detection_set_placement_problem" CHECK ("placement_problem" IN ('TURNED', 'MIRRORED', 'NO_COLOUR', 'OTHER_BAY', 'TOO_CLOSE', 'TOO_FAR', 'COVERED', 'NOT_RECOGNISED'));
--> statement-breakpoint
ALTER TABLE "recapture_request" DROP CONSTRAINT "recapture_request_reasons";
--> statement-breakpoint
ALTER TABLE "recapture_request" ADD CONSTRAINT "recapture_request_reasons" CHECK ("reasons" <@ ARRAY['TOO_SMALL', 'BAD_ASPECT', 'TOO_BLURRED', 'TOO_DARK', 'TOO_BRIGHT', 'GLARE', 'TURNED', 'MIRRORED', 'NO_COLOUR', 'OTHER_BAY', 'TOO_CLOSE', 'TOO_FAR', 'COVERED', 'NOT_RECOGNISED', 'UPLOAD_EXPIRED', 'PHOTO_UNREACHABLE', 'PHOTO_EMPTY', 'PHOTO_CORRUPT', 'PHOTO_DAMAGED', 'PHOTO_UNSUPPORTED', 'PHOTO_TOO_LARGE', 'PHOTO_TOO_COSTLY', 'HASH_MISMATCH', 'MIME_MISMATCH', 'ASKED_BY_PERSON']);

import { alertCapture, type Database } from '@gondola/db';
import { asc, inArray } from 'drizzle-orm';

/** Reads the captures that show why alerts were raised, the clearest first. */
export const readAlertCaptures = (db: Database, alertIds: string[]) =>
  db
    .select()
    .from(alertCapture)
    .where(inArray(alertCapture.alertId, alertIds))
    .orderBy(asc(alertCapture.ordinal), asc(alertCapture.captureId));

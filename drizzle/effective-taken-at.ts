import { sql } from 'drizzle-orm';
import { capture } from './schema/capture.ts';

/** The time of a capture that rules and filters use: the corrected one where the stamp of the device does not count. */
export const effectiveTakenAt = sql<Date>`coalesce(${capture.correctedTakenAt}, ${capture.takenAt})`.mapWith(
  capture.takenAt,
);

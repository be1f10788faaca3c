import {
  captureConflict,
  captureEvent,
  type Database,
  deadLetter,
  inferenceAttempt,
  score,
} from '@gondola/db';
import { and, asc, desc, inArray } from 'drizzle-orm';
import { isDecided } from '../graphql/nodes/loaders/conflict-loaders.ts';

/** Reads the related rows of many captures at once. */

export type AttemptRow = typeof inferenceAttempt.$inferSelect;
export type CaptureEventRow = typeof captureEvent.$inferSelect;

/** Scores, newest first. */
export const readScores = (db: Database, captureIds: string[]) =>
  db
    .select()
    .from(score)
    .where(inArray(score.captureId, captureIds))
    .orderBy(desc(score.createdAt), desc(score.id));

export const readAttempts = (db: Database, captureIds: string[]) =>
  db
    .select()
    .from(inferenceAttempt)
    .where(inArray(inferenceAttempt.captureId, captureIds))
    .orderBy(asc(inferenceAttempt.ordinal), asc(inferenceAttempt.id));

export const readHistory = (db: Database, captureIds: string[]) =>
  db
    .select()
    .from(captureEvent)
    .where(inArray(captureEvent.captureId, captureIds))
    .orderBy(asc(captureEvent.revision));

export const readConflicts = (db: Database, captureIds: string[]) =>
  db
    .select()
    .from(captureConflict)
    .where(and(inArray(captureConflict.captureId, captureIds), isDecided()))
    .orderBy(asc(captureConflict.createdAt), asc(captureConflict.id));

/** Oldest first, so that a later row of the same capture replaces an earlier one in a map. */
export const readDeadLettersOf = (db: Database, captureIds: string[]) =>
  db
    .select()
    .from(deadLetter)
    .where(inArray(deadLetter.captureId, captureIds))
    .orderBy(asc(deadLetter.createdAt), asc(deadLetter.id));

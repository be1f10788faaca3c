import {
  breakerAudit,
  breakerTransition,
  integrityReport,
  reprocessBatch,
  rescoreOffer,
  retentionRun,
} from '@gondola/db';
import { inArray } from 'drizzle-orm';
import type { Load } from './limit-rows.ts';

/** What reaches over stores: it is for people alone, see the access policy. */

export const loadBreakerAudits: Load<typeof breakerAudit.$inferSelect> = (db, ids) =>
  db.select().from(breakerAudit).where(inArray(breakerAudit.id, ids));

export const loadBreakerTransitions: Load<typeof breakerTransition.$inferSelect> = (db, ids) =>
  db.select().from(breakerTransition).where(inArray(breakerTransition.id, ids));

export const loadRescoreOffers: Load<typeof rescoreOffer.$inferSelect> = (db, ids) =>
  db.select().from(rescoreOffer).where(inArray(rescoreOffer.id, ids));

export const loadReprocessBatches: Load<typeof reprocessBatch.$inferSelect> = (db, ids) =>
  db.select().from(reprocessBatch).where(inArray(reprocessBatch.id, ids));

export const loadRetentionRuns: Load<typeof retentionRun.$inferSelect> = (db, ids) =>
  db.select().from(retentionRun).where(inArray(retentionRun.id, ids));

export const loadIntegrityReports: Load<typeof integrityReport.$inferSelect> = (db, ids) =>
  db.select().from(integrityReport).where(inArray(integrityReport.id, ids));

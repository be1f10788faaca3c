import type { Database } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type IntegrityReportRow, requestCheckWithin } from './check-integrity.ts';

/** Requests a check of the object store for a person. Returns the report, which a worker fills in later. */
export const requestIntegrityCheck = (db: Database, actor: Actor): Promise<IntegrityReportRow> =>
  db.transaction(async (tx) => {
    const report = await requestCheckWithin(tx, actor.name);
    await recordAudit(tx, actor, {
      action: 'integrityCheck',
      object: `integrity-report:${report.id}`,
      facts: {},
    });
    return report;
  });

import { type Database, integrityReport, retentionRun } from '@gondola/db';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type RetentionRunRow = typeof retentionRun.$inferSelect;
export type IntegrityReportRow = typeof integrityReport.$inferSelect;

export const listRetentionRuns = (db: Database): PagedList<RetentionRunRow> =>
  newestFirst({ instant: retentionRun.createdAt, id: retentionRun.id }, ({ micros, where, orderBy, limit }) =>
    db
      .select({ row: retentionRun, micros })
      .from(retentionRun)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  );

export const countRetentionRuns = (db: Database): Promise<number> => db.$count(retentionRun);

export const listIntegrityReports = (db: Database): PagedList<IntegrityReportRow> =>
  newestFirst(
    { instant: integrityReport.createdAt, id: integrityReport.id },
    ({ micros, where, orderBy, limit }) =>
      db
        .select({ row: integrityReport, micros })
        .from(integrityReport)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
  );

export const countIntegrityReports = (db: Database): Promise<number> => db.$count(integrityReport);

import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { ObjectStore } from '../objects/object-store.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { announceWhenDue } from './announce-expiry.ts';
import { archiveDue } from './archive-due.ts';
import { checkIntegrity, type IntegrityReportRow } from './check-integrity.ts';
import { type ExpiryRound, runExpiry } from './run-expiry.ts';

export interface RetentionTools {
  db: Database;
  queue: CaptureQueue;
  objects: ObjectStore;
}

export interface RetentionResult extends ExpiryRound {
  archived: number;
  /** Photos that a dry run announced in this run; null when no dry run was due. */
  announced: number | null;
  integrity: IntegrityReportRow | null;
}

/** Shorter than the time after which Postgres ends an idle transaction (30 s, see `openDatabase`). */
const heartbeatMs = 10_000;

/**
 * Runs retention once, by the database's clock: archiving, the weekly dry run, expiry, and the check of the object
 * store. One worker at a time runs it; returns null when another worker has the lock. After an interruption the next
 * run continues.
 */
export const runRetention = (tools: RetentionTools, signal?: AbortSignal): Promise<RetentionResult | null> =>
  tools.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('archive-round'), 0) as taken`,
    );
    if (!rows[0]?.taken) return null;
    return whileHeartbeat(tx, async () => {
      const archived = await archiveDue(tools, signal);
      const dryRun = await announceWhenDue(tools.db);
      const expiry = await runExpiry(tools, signal);
      const integrity = signal?.aborted ? null : await checkIntegrity(tools, signal);
      return { archived, announced: dryRun?.photos ?? null, ...expiry, integrity };
    });
  });

/** Keeps the lock's transaction alive while the work uses transactions of its own. */
async function whileHeartbeat<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => {
    // A lost connection shows when the transaction ends; all work is safe without the lock too.
    tx.execute(sql`select 1`).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

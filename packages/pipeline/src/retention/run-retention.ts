import type { Database, Transaction } from '@gondola/db';
import { sql } from 'drizzle-orm';
import type { ObjectStore } from '../objects/object-store.ts';
import type { CaptureQueue } from '../queue/capture-queue.ts';
import { announceWhenDue } from './announce-expiry.ts';
import { archiveDue } from './archive-due.ts';
import { type IntegrityReportRow, keepIntegrity } from './keep-integrity.ts';
import { type ExpiryRound, runExpiry } from './run-expiry.ts';

export interface ArchiveTools {
  db: Database;
  queue: CaptureQueue;
  objects: ObjectStore;
}

export interface ArchiveRound extends ExpiryRound {
  archived: number;
  /** Photos that a dry run of this round announced; null when none was due. */
  announced: number | null;
  integrity: IntegrityReportRow | null;
}

/** Less than the time after which Postgres ends a transaction that is idle (30 s, see `openDatabase`). */
const beatMs = 10_000;

/**
 * One round of what has to happen to captures that are done with: archiving, the weekly dry run, expiry, and the check of
 * the object store. On the database's clock, and by one worker at a time: the others of the fleet find the lock taken
 * and leave. Null: it was taken. Whatever cuts a round off, the next one goes on.
 */
export const keepArchive = (tools: ArchiveTools, signal?: AbortSignal): Promise<ArchiveRound | null> =>
  tools.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('archive-round'), 0) as taken`,
    );
    if (!rows[0]?.taken) return null;
    return whileAwake(tx, async () => {
      const archived = await archiveDue(tools, signal);
      const dryRun = await announceWhenDue(tools.db);
      const expiry = await runExpiry(tools, signal);
      const integrity = signal?.aborted ? null : await keepIntegrity(tools, signal);
      return { archived, announced: dryRun?.photos ?? null, ...expiry, integrity };
    });
  });

/** The work is done in transactions of its own; the one that holds the lock must not look idle meanwhile. */
async function whileAwake<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  const beat = setInterval(() => {
    // A lost connection shows when the transaction ends; all work is safe without the lock too.
    tx.execute(sql`select 1`).catch(() => undefined);
  }, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

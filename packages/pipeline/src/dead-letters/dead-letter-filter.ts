import {
  type Database,
  type DeadLetterReason,
  deadLetter,
  type PatchOperation,
  payloadPatch,
  store,
} from '@gondola/db';
import { and, asc, eq, gt, inArray, isNull, not, type SQL, sql } from 'drizzle-orm';

/**
 * Selects open dead letters of one reason that intake wrote. Dead letters of accepted captures concern photos and are
 * excluded.
 */
export interface DeadLetterFilter {
  reason: DeadLetterReason;
  /** Null: of all stores, also of none. */
  storeId: string | null;
}

/** The data that a recheck needs. */
export interface OpenDeadLetter {
  id: string;
  rawPayload: string;
  storeId: string | null;
  storeCode: string | null;
  /** The patch that was applied last; null without one. */
  patch: { id: string; operations: PatchOperation[] } | null;
}

/** Limits the memory: payloads of up to 64 KiB make some megabytes per chunk. */
export const chunkSize = 200;

/**
 * Reads the matching dead letters by chunks, oldest first. Each chunk is a query of its own, so no row stays locked.
 */
export async function* readMatching(
  db: Database,
  filter: DeadLetterFilter,
  alsoPassing: boolean,
): AsyncGenerator<OpenDeadLetter[]> {
  let after = '';
  for (;;) {
    const chunk = await readDeadLetters(
      db,
      and(
        matchesFilter(filter),
        alsoPassing ? undefined : not(isPassing),
        after === '' ? undefined : gt(deadLetter.id, after),
      ),
    );
    if (chunk.length > 0) yield chunk;
    if (chunk.length < chunkSize) return;
    after = chunk.at(-1)?.id ?? after;
  }
}

export async function readDeadLettersById(db: Database, ids: readonly string[]): Promise<OpenDeadLetter[]> {
  const deadLetters: OpenDeadLetter[] = [];
  for (let i = 0; i < ids.length; i += chunkSize) {
    const some = ids.slice(i, i + chunkSize);
    deadLetters.push(
      ...(await readDeadLetters(db, and(inArray(deadLetter.id, some), isNull(deadLetter.captureId)))),
    );
  }
  return deadLetters;
}

async function readDeadLetters(db: Database, where: SQL | undefined): Promise<OpenDeadLetter[]> {
  const rows = await db
    .select({
      id: deadLetter.id,
      rawPayload: deadLetter.rawPayload,
      storeId: deadLetter.storeId,
      storeCode: store.code,
      patch: { id: payloadPatch.id, operations: payloadPatch.operations },
    })
    .from(deadLetter)
    .leftJoin(store, eq(store.id, deadLetter.storeId))
    .leftJoin(payloadPatch, eq(payloadPatch.id, deadLetter.payloadPatchId))
    .where(where)
    .orderBy(asc(deadLetter.id))
    .limit(chunkSize);
  return rows;
}

export const matchesFilter = ({ reason, storeId }: DeadLetterFilter): SQL | undefined =>
  and(
    eq(deadLetter.reason, reason),
    isNull(deadLetter.captureId),
    isNull(deadLetter.resolvedAt),
    storeId === null ? undefined : eq(deadLetter.storeId, storeId),
  );

/** True when an earlier recheck passed: the dead letter only waits for its drain. */
const isPassing = sql`coalesce(${deadLetter.remainingProblems} = '[]'::jsonb, false)`;

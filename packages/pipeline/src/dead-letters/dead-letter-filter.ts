import {
  type Database,
  type DeadLetterReason,
  deadLetter,
  type PatchOperation,
  payloadPatch,
  store,
} from '@gondola/db';
import { and, asc, eq, gt, inArray, isNull, not, type SQL, sql } from 'drizzle-orm';

/** Open letters of one reason that the schema gate or intake wrote: those of accepted captures are about photos. */
export interface LetterGroup {
  reason: DeadLetterReason;
  /** Null: of every store, also of none. */
  storeId: string | null;
}

/** What judging a letter needs. */
export interface OpenLetter {
  id: string;
  rawPayload: string;
  storeId: string | null;
  storeCode: string | null;
  /** The patch that was laid over it last. */
  patch: { id: string; operations: PatchOperation[] } | null;
}

/** At 64 KiB each, some megabytes of payloads at a time. */
export const lettersPerChunk = 200;

/** The letters of a group by chunks, the oldest first; each chunk is read on its own, so nothing is locked meanwhile. */
export async function* readGroup(
  db: Database,
  group: LetterGroup,
  alsoPassing: boolean,
): AsyncGenerator<OpenLetter[]> {
  let after = '';
  for (;;) {
    const chunk = await readLetters(
      db,
      and(
        inGroup(group),
        alsoPassing ? undefined : not(isPassing),
        after === '' ? undefined : gt(deadLetter.id, after),
      ),
    );
    if (chunk.length > 0) yield chunk;
    if (chunk.length < lettersPerChunk) return;
    after = chunk.at(-1)?.id ?? after;
  }
}

export async function readLettersById(db: Database, ids: readonly string[]): Promise<OpenLetter[]> {
  const letters: OpenLetter[] = [];
  for (let i = 0; i < ids.length; i += lettersPerChunk) {
    const some = ids.slice(i, i + lettersPerChunk);
    letters.push(...(await readLetters(db, and(inArray(deadLetter.id, some), isNull(deadLetter.captureId)))));
  }
  return letters;
}

async function readLetters(db: Database, where: SQL | undefined): Promise<OpenLetter[]> {
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
    .limit(lettersPerChunk);
  return rows;
}

export const inGroup = ({ reason, storeId }: LetterGroup): SQL | undefined =>
  and(
    eq(deadLetter.reason, reason),
    isNull(deadLetter.captureId),
    isNull(deadLetter.resolvedAt),
    storeId === null ? undefined : eq(deadLetter.storeId, storeId),
  );

/** Was put through the gate again and passed: it waits for its drain alone. */
const isPassing = sql`coalesce(${deadLetter.remainingProblems} = '[]'::jsonb, false)`;

import { type Database, payloadPatch, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { judgeLetters } from './judge-letters.ts';
import { readGroup } from './letter-group.ts';
import { markLetters } from './mark-letters.ts';
import {
  type PatchProblems,
  type PatchRequest,
  type PatchTotals,
  readRequest,
  surveyGroup,
} from './preview-payload-patch.ts';

export interface RecordedPatch extends PatchTotals {
  patchId: string;
  /** Letters that now carry the patch: those of the survey that were open still when their turn came. */
  marked: number;
}

export interface PatchAuthor {
  /** Why, in the words of whoever made it. */
  note: string;
  createdBy: string;
  /** What else belongs into the transaction that writes the patch: an audit row. */
  alsoWrite?: (tx: Transaction, patchId: string) => Promise<void>;
}

/**
 * Records a patch, once and for ever, with what it did at that time, and marks the group's open letters with it. The raw
 * payloads stay as they came: whoever drains a letter lays its patch over it. Marks are written chunk by chunk, each chunk
 * at once; a kill in the middle leaves a recorded patch that `layRecordedPatch` lays over the rest.
 */
export async function recordPayloadPatch(
  db: Database,
  request: PatchRequest,
  { note, createdBy, alsoWrite }: PatchAuthor,
  versions: PayloadVersions = payloadVersions,
): Promise<RecordedPatch | PatchProblems | { problem: 'NOTHING_TO_PATCH'; message: string }> {
  const read = await readRequest(db, request);
  if (!('operations' in read)) return read;
  const totals = await surveyGroup(db, read, versions);
  if (totals.matched === 0)
    return { problem: 'NOTHING_TO_PATCH', message: 'No open letter of this group is left to be patched.' };
  const { group, operations, alsoPassing } = read;
  const patchId = await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(payloadPatch)
      .values({ ...group, operations, note, createdBy, matched: totals.matched, mended: totals.mended })
      .returning({ id: payloadPatch.id });
    if (!row) throw new Error('the patch was not written');
    await alsoWrite?.(tx, row.id);
    return row.id;
  });
  const laid = await layRecordedPatch(db, patchId, { alsoPassing }, versions);
  return { ...totals, patchId, marked: laid?.rechecked ?? 0 };
}

export interface LettersRechecked {
  rechecked: number;
  /** Of those, the ones that would pass now. */
  passing: number;
}

/**
 * Lays a recorded patch over the open letters of its group again: those that a kill left out, and those that came since.
 * Letters that pass already are left alone unless told otherwise. Null when there is no such patch.
 */
export async function layRecordedPatch(
  db: Database,
  patchId: string,
  options: { alsoPassing?: boolean } = {},
  versions: PayloadVersions = payloadVersions,
): Promise<LettersRechecked | null> {
  const [patch] = await db.select().from(payloadPatch).where(eq(payloadPatch.id, patchId));
  if (!patch) return null;
  const counts: LettersRechecked = { rechecked: 0, passing: 0 };
  for await (const chunk of readGroup(db, patch, options.alsoPassing ?? false)) {
    const judged = await judgeLetters(db, chunk, () => patch.operations, versions);
    counts.rechecked += await markLetters(
      db,
      judged.map(({ letter, remaining }) => ({ id: letter.id, patchId, remaining })),
    );
    counts.passing += judged.filter(({ remaining }) => remaining.length === 0).length;
  }
  return counts;
}

import type { Database, PatchOperation, ProblemRow } from '@gondola/db';
import { payloadText } from '../intake/payload-text.ts';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { checkOperations, type OperationProblem } from './check-operations.ts';
import { findGroup, type GroupProblem, type GroupRequest } from './find-group.ts';
import { type Judgement, judgeLetters } from './judge-letters.ts';
import { type LetterGroup, readGroup } from './letter-group.ts';

export interface PatchRequest extends GroupRequest {
  /** A JSON Patch (RFC 6902), as it came from outside. */
  operations: unknown;
  /** Also over letters that would pass already, to replace the patch that made them. Otherwise those are left alone. */
  alsoPassing?: boolean | undefined;
}

export interface PatchTotals {
  /** Open letters that the patch was laid over. */
  matched: number;
  /** Of those, the ones that pass the gate with it, the ones that it fits and that are refused still, and the others. */
  mended: number;
  stillRefused: number;
  notApplied: number;
}

export interface PreviewedLetter {
  deadLetterId: string;
  /** JSON text; `after` is null when the patch does not apply. */
  before: string;
  after: string | null;
  outcome: 'PASSES' | 'STILL_REFUSED' | 'NOT_APPLIED';
  remaining: ProblemRow[];
}

export interface PatchPreview extends PatchTotals {
  /** The first letters of the group, the oldest first. */
  letters: PreviewedLetter[];
}

export type PatchProblems = GroupProblem | { operationProblems: OperationProblem[] };

/** Lays a patch over the raw payloads of a group's open letters and tells what would come of it. Changes nothing. */
export async function previewPayloadPatch(
  db: Database,
  request: PatchRequest,
  limit: number,
  versions: PayloadVersions = payloadVersions,
): Promise<PatchPreview | PatchProblems> {
  const read = await readRequest(db, request);
  if (!('operations' in read)) return read;
  const letters: PreviewedLetter[] = [];
  const totals = await surveyGroup(db, read, versions, (judgement) => {
    if (letters.length < limit) letters.push(toPreview(judgement));
  });
  return { ...totals, letters };
}

export interface ReadRequest {
  group: LetterGroup;
  operations: PatchOperation[];
  alsoPassing: boolean;
}

/** Resolves what came from outside, or says what is wrong with it. */
export async function readRequest(db: Database, request: PatchRequest): Promise<ReadRequest | PatchProblems> {
  const checked = checkOperations(request.operations);
  if ('problems' in checked) return { operationProblems: checked.problems };
  const group = await findGroup(db, request);
  if ('problem' in group) return group;
  return { group, operations: checked.operations, alsoPassing: request.alsoPassing ?? false };
}

/** Lays the patch over the whole group, chunk by chunk, and counts. */
export async function surveyGroup(
  db: Database,
  { group, operations, alsoPassing }: ReadRequest,
  versions: PayloadVersions,
  see: (judgement: Judgement) => void = () => {},
): Promise<PatchTotals> {
  const totals: PatchTotals = { matched: 0, mended: 0, stillRefused: 0, notApplied: 0 };
  for await (const chunk of readGroup(db, group, alsoPassing))
    for (const judgement of await judgeLetters(db, chunk, () => operations, versions)) {
      totals.matched += 1;
      totals[countOf[outcomeOf(judgement)]] += 1;
      see(judgement);
    }
  return totals;
}

const countOf = { PASSES: 'mended', STILL_REFUSED: 'stillRefused', NOT_APPLIED: 'notApplied' } as const;

function outcomeOf({ applied, remaining }: Judgement): PreviewedLetter['outcome'] {
  if (!applied) return 'NOT_APPLIED';
  return remaining.length === 0 ? 'PASSES' : 'STILL_REFUSED';
}

const toPreview = (judgement: Judgement): PreviewedLetter => ({
  deadLetterId: judgement.letter.id,
  before: judgement.letter.rawPayload,
  after: judgement.applied ? payloadText(judgement.payload) : null,
  outcome: outcomeOf(judgement),
  remaining: judgement.remaining,
});

import type { Database, PatchOperation, ProblemRow } from '@gondola/db';
import { payloadText } from '../intake/schema-gate/payload-text.ts';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { checkOperations, type OperationProblem } from './check-operations.ts';
import { type DeadLetterFilter, readMatching } from './dead-letter-filter.ts';
import { type Rechecked, recheck } from './recheck.ts';
import {
  type DeadLetterFilterProblem,
  type DeadLetterFilterRequest,
  resolveDeadLetterFilter,
} from './resolve-dead-letter-filter.ts';

export interface PatchRequest extends DeadLetterFilterRequest {
  /** A JSON Patch (RFC 6902), unchecked. */
  operations: unknown;
  /**
   * True includes dead letters that would pass already; the patch replaces their earlier one. By default they are
   * excluded.
   */
  alsoPassing?: boolean | undefined;
}

export interface PatchTotals {
  /** Number of open dead letters that the patch was tried on. */
  matched: number;
  /** Of those: accepted by the gate with the patch; still rejected with it; not applicable. */
  mended: number;
  stillRefused: number;
  notApplied: number;
}

export interface PreviewedDeadLetter {
  deadLetterId: string;
  /** JSON text; `after` is null when the patch does not apply. */
  before: string;
  after: string | null;
  outcome: 'PASSES' | 'STILL_REFUSED' | 'NOT_APPLIED';
  remaining: ProblemRow[];
}

export interface PatchPreview extends PatchTotals {
  /** The first matching dead letters, oldest first. */
  letters: PreviewedDeadLetter[];
}

export type PatchProblems = DeadLetterFilterProblem | { operationProblems: OperationProblem[] };

/** Tries a patch on the raw payloads of the matching open dead letters and returns the outcome. Changes nothing. */
export async function previewPayloadPatch(
  db: Database,
  request: PatchRequest,
  limit: number,
  versions: PayloadVersions = payloadVersions,
): Promise<PatchPreview | PatchProblems> {
  const read = await readRequest(db, request);
  if (!('operations' in read)) return read;
  const letters: PreviewedDeadLetter[] = [];
  const totals = await countOutcomes(db, read, versions, (rechecked) => {
    if (letters.length < limit) letters.push(toPreview(rechecked));
  });
  return { ...totals, letters };
}

export interface ReadRequest {
  filter: DeadLetterFilter;
  operations: PatchOperation[];
  alsoPassing: boolean;
}

/** Validates a request from outside; returns its problems when it is not valid. */
export async function readRequest(db: Database, request: PatchRequest): Promise<ReadRequest | PatchProblems> {
  const checked = checkOperations(request.operations);
  if ('problems' in checked) return { operationProblems: checked.problems };
  const filter = await resolveDeadLetterFilter(db, request);
  if ('problem' in filter) return filter;
  return { filter, operations: checked.operations, alsoPassing: request.alsoPassing ?? false };
}

/** Tries the patch on all matching dead letters, chunk by chunk, and counts the outcomes. */
export async function countOutcomes(
  db: Database,
  { filter, operations, alsoPassing }: ReadRequest,
  versions: PayloadVersions,
  onRechecked: (rechecked: Rechecked) => void = () => {},
): Promise<PatchTotals> {
  const totals: PatchTotals = { matched: 0, mended: 0, stillRefused: 0, notApplied: 0 };
  for await (const chunk of readMatching(db, filter, alsoPassing))
    for (const rechecked of await recheck(db, chunk, () => operations, versions)) {
      totals.matched += 1;
      totals[countOf[outcomeOf(rechecked)]] += 1;
      onRechecked(rechecked);
    }
  return totals;
}

const countOf = { PASSES: 'mended', STILL_REFUSED: 'stillRefused', NOT_APPLIED: 'notApplied' } as const;

function outcomeOf({ applied, remaining }: Rechecked): PreviewedDeadLetter['outcome'] {
  if (!applied) return 'NOT_APPLIED';
  return remaining.length === 0 ? 'PASSES' : 'STILL_REFUSED';
}

const toPreview = (rechecked: Rechecked): PreviewedDeadLetter => ({
  deadLetterId: rechecked.deadLetter.id,
  before: rechecked.deadLetter.rawPayload,
  after: rechecked.applied ? payloadText(rechecked.payload) : null,
  outcome: outcomeOf(rechecked),
  remaining: rechecked.remaining,
});

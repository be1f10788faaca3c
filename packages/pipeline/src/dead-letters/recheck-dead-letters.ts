import type { Database } from '@gondola/db';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { type OpenDeadLetter, readDeadLettersById, readMatching } from './dead-letter-filter.ts';
import { type Rechecked, recheck } from './recheck.ts';
import type { RecheckCounts } from './record-payload-patch.ts';
import {
  type DeadLetterFilterProblem,
  type DeadLetterFilterRequest,
  resolveDeadLetterFilter,
} from './resolve-dead-letter-filter.ts';
import { saveRecheckResults } from './save-recheck-results.ts';

/**
 * Rechecks the open dead letters of a filter at the current gate, each with its own patch, and records the remaining
 * problems. Run it after a deployment that adds a schema version: dead letters that are readable now pass from then on.
 */
export async function recheckDeadLetters(
  db: Database,
  request: DeadLetterFilterRequest,
  versions: PayloadVersions = payloadVersions,
): Promise<RecheckCounts | DeadLetterFilterProblem> {
  const filter = await resolveDeadLetterFilter(db, request);
  if ('problem' in filter) return filter;
  const counts: RecheckCounts = { rechecked: 0, passing: 0 };
  for await (const chunk of readMatching(db, filter, true)) {
    const results = await recheckWithOwnPatch(db, chunk, versions);
    counts.rechecked += await saveRecheckResults(
      db,
      results.map(({ deadLetter, remaining }) => ({
        id: deadLetter.id,
        patchId: deadLetter.patch?.id ?? null,
        remaining,
      })),
    );
    counts.passing += results.filter(({ remaining }) => remaining.length === 0).length;
  }
  return counts;
}

/**
 * Returns which of these dead letters would pass the gate now, each with its own patch. Changes nothing. Dead letters
 * of captures never pass.
 */
export async function findPassing(
  db: Database,
  ids: readonly string[],
  versions: PayloadVersions = payloadVersions,
): Promise<Set<string>> {
  const results = await recheckWithOwnPatch(db, await readDeadLettersById(db, ids), versions);
  return new Set(
    results.filter(({ remaining }) => remaining.length === 0).map(({ deadLetter }) => deadLetter.id),
  );
}

/**
 * Rechecks each dead letter with its own patch. When the gate rejects the patched payload, the raw payload is tried. A
 * patch that forced a payload into an older version must not block the version of the payload itself.
 */
async function recheckWithOwnPatch(
  db: Database,
  deadLetters: readonly OpenDeadLetter[],
  versions: PayloadVersions,
): Promise<Rechecked[]> {
  const results = await recheck(db, deadLetters, ({ patch }) => patch?.operations ?? [], versions);
  const refused = results.filter(
    ({ deadLetter, remaining }) => deadLetter.patch !== null && remaining.length > 0,
  );
  const unpatched = await recheck(
    db,
    refused.map(({ deadLetter }) => ({ ...deadLetter, patch: null })),
    () => [],
    versions,
  );
  const better = new Map(
    unpatched
      .filter(({ remaining }) => remaining.length === 0)
      .map((rechecked) => [rechecked.deadLetter.id, rechecked]),
  );
  return results.map((rechecked) => better.get(rechecked.deadLetter.id) ?? rechecked);
}

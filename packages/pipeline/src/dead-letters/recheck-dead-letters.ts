import type { Database } from '@gondola/db';
import { type PayloadVersions, payloadVersions } from '../intake/versions/payload-versions.ts';
import { findGroup, type GroupProblem, type GroupRequest } from './find-group.ts';
import { type Judgement, judgeLetters } from './judge-letters.ts';
import { type OpenLetter, readGroup, readLettersById } from './letter-group.ts';
import { markLetters } from './mark-letters.ts';
import type { LettersRechecked } from './record-payload-patch.ts';

/**
 * Puts the open letters of a group through the gate as it is now, each with the patch that it carries, and writes down what
 * is still wrong. For after a deployment that knows a new schema version: letters that it made readable pass from then on.
 */
export async function recheckDeadLetters(
  db: Database,
  request: GroupRequest,
  versions: PayloadVersions = payloadVersions,
): Promise<LettersRechecked | GroupProblem> {
  const group = await findGroup(db, request);
  if ('problem' in group) return group;
  const counts: LettersRechecked = { rechecked: 0, passing: 0 };
  for await (const chunk of readGroup(db, group, true)) {
    const judged = await judgeAsTheyStand(db, chunk, versions);
    counts.rechecked += await markLetters(
      db,
      judged.map(({ letter, remaining }) => ({
        id: letter.id,
        patchId: letter.patch?.id ?? null,
        remaining,
      })),
    );
    counts.passing += judged.filter(({ remaining }) => remaining.length === 0).length;
  }
  return counts;
}

/** Which of these letters would pass the gate now, each with its own patch. Changes nothing. Letters of captures never do. */
export async function findPassing(
  db: Database,
  ids: readonly string[],
  versions: PayloadVersions = payloadVersions,
): Promise<Set<string>> {
  const judged = await judgeAsTheyStand(db, await readLettersById(db, ids), versions);
  return new Set(judged.filter(({ remaining }) => remaining.length === 0).map(({ letter }) => letter.id));
}

/**
 * Each letter with its patch. When it is refused with it, the payload as it came has a second chance: a patch that forced a
 * payload into an older version must not stand in the way of the version that it is of.
 */
async function judgeAsTheyStand(
  db: Database,
  letters: readonly OpenLetter[],
  versions: PayloadVersions,
): Promise<Judgement[]> {
  const judged = await judgeLetters(db, letters, ({ patch }) => patch?.operations ?? [], versions);
  const refused = judged.filter(({ letter, remaining }) => letter.patch !== null && remaining.length > 0);
  const asTheyCame = await judgeLetters(
    db,
    refused.map(({ letter }) => ({ ...letter, patch: null })),
    () => [],
    versions,
  );
  const better = new Map(
    asTheyCame
      .filter(({ remaining }) => remaining.length === 0)
      .map((judgement) => [judgement.letter.id, judgement]),
  );
  return judged.map((judgement) => better.get(judgement.letter.id) ?? judgement);
}

import type { Database } from '@gondola/db';
import { compareVersions } from './compare-versions.ts';
import type { MappingEntry } from './mapping/mapping-entry.ts';
import { proposeMapping } from './mapping/propose-mapping.ts';
import { readVersionPair } from './read-version-pair.ts';

export type MappingProposal = { entries: MappingEntry[]; summary: string } | { problem: 'VERSION_UNKNOWN' };

/** Proposes a mapping by comparing two versions, for a person to check and save. Writes nothing. */
export async function proposeVersionMapping(
  db: Database,
  { fromVersionId, toVersionId }: { fromVersionId: string; toVersionId: string },
): Promise<MappingProposal> {
  const pair = await readVersionPair(db, fromVersionId, toVersionId);
  if (!pair) return { problem: 'VERSION_UNKNOWN' };
  const diff = compareVersions(pair.from, pair.to);
  return { entries: proposeMapping(diff), summary: diff.summary };
}

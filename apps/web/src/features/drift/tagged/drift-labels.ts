import type { DriftReleaseMode } from '../../generated/graphql.ts';
import { versionChoiceWords } from '../../lib/words/batch-words.ts';
import { captures } from '../batches/scope-words.ts';
import type { DriftGroup } from './list-drift-groups.ts';

/** Why the captures of a group wait, in words. */
export function reasonOf(group: DriftGroup): string {
  const { reason, taggedVersion, active } = group;
  if (reason === 'VERSION_UNKNOWN') return `Version ${taggedVersion} is not known here.`;
  if (reason === 'NO_ACTIVE_VERSION') return 'No version is active for this bay.';
  return `${active?.label ?? 'Another version'} is active for this bay, not ${taggedVersion}.`;
}

/** In the order in which they are offered. */
export const modeWords: Record<DriftReleaseMode, string> = {
  EFFECTIVE_AT_CAPTURE: 'The version in force when each photo was taken',
  ACTIVE: 'The version that is active now',
  TAGGED: 'The version that the captures are tagged with',
  MAPPED: 'The active version, with positions mapped from the tagged one',
};

/** Why a mode cannot be chosen for a group. */
export function whyNot(mode: DriftReleaseMode, group: DriftGroup): string {
  if (mode === 'TAGGED') return `Version ${group.taggedVersion} is not known here; import it first.`;
  if (mode === 'ACTIVE') return 'No version is active for this bay; activate one first.';
  if (mode === 'MAPPED') return 'No mapping from the tagged version to the active one is saved.';
  return 'No version of this bay was in force at that time.';
}

/** What more there is to say of a mode that can be chosen. */
export const hintOf = (mode: DriftReleaseMode): string | null =>
  mode === 'MAPPED' ? versionChoiceWords.MAPPED.meaning : null;

/** What a release will do, said before it is done. */
export function consequence(group: DriftGroup, mode: DriftReleaseMode): string {
  const active = group.active?.label ?? 'the active version';
  const against = {
    EFFECTIVE_AT_CAPTURE: 'each against the version that was in force when it was taken',
    ACTIVE: `against ${active}, which is active now`,
    TAGGED: `against ${group.taggedVersion}, the version it is tagged with`,
    MAPPED: `against ${active}, with what is seen at the places of ${group.taggedVersion}`,
  }[mode];
  return `${captures(group.count)} of bay ${group.bay.aisle} in store ${group.bay.store.code} will leave the drift queue as one batch and be scored ${against}. Those for which no version is found stay in the queue.`;
}

/** How much better the other version fits, such as "52 points better"; both scores are 0..1. */
export const marginInWords = (pinnedScore: number, betterScore: number): string => {
  const points = Math.round((betterScore - pinnedScore) * 100);
  return `${points} ${points === 1 ? 'point' : 'points'} better`;
};

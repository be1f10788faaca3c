import type { DriftReleaseMode } from '../../../generated/graphql.ts';
import { versionChoiceLabels } from '../../../labels/batch-labels.ts';
import { captures } from '../../../labels/counts.ts';
import type { DriftGroup } from './list-drift-groups.ts';

/** Returns why the captures of a group wait. */
export function reasonOf(group: DriftGroup): string {
  const { reason, taggedVersion, active } = group;
  switch (reason) {
    case 'VERSION_UNKNOWN':
      return `Version ${taggedVersion} is not in the database.`;
    case 'NO_ACTIVE_VERSION':
      return 'No version is active for this bay.';
    case 'VERSION_NOT_ACTIVE':
      return `${active?.label ?? 'Another version'} is active for this bay, not ${taggedVersion}.`;
  }
}

/** In the order in which they are offered. */
export const releaseModeLabels: Record<DriftReleaseMode, string> = {
  EFFECTIVE_AT_CAPTURE: 'The version in force when each photo was taken',
  ACTIVE: 'The version that is active now',
  TAGGED: 'The version that the captures are tagged with',
  MAPPED: 'The active version, with positions mapped from the tagged one',
};

/** Returns why a mode cannot be chosen for a group. */
export function whyNot(mode: DriftReleaseMode, group: DriftGroup): string {
  switch (mode) {
    case 'TAGGED':
      return `Version ${group.taggedVersion} is not in the database; import it first.`;
    case 'ACTIVE':
      return 'No version is active for this bay; activate one first.';
    case 'MAPPED':
      return 'No mapping from the tagged version to the active one is saved.';
    case 'EFFECTIVE_AT_CAPTURE':
      return 'No version of this bay was in force at that time.';
  }
}

/** Returns further details of a mode that can be chosen. */
export const hintOf = (mode: DriftReleaseMode): string | null =>
  mode === 'MAPPED' ? versionChoiceLabels.MAPPED.meaning : null;

/** Returns the effect of a release, shown before it starts. */
export function consequence(group: DriftGroup, mode: DriftReleaseMode): string {
  const active = group.active?.label ?? 'the active version';
  const against = {
    EFFECTIVE_AT_CAPTURE: 'each against the version that was in force when it was taken',
    ACTIVE: `against ${active}, which is active now`,
    TAGGED: `against ${group.taggedVersion}, the version it is tagged with`,
    MAPPED: `against ${active}, with detections mapped from the positions of ${group.taggedVersion}`,
  }[mode];
  return `${captures(group.count)} of bay ${group.bay.aisle} in store ${group.bay.store.code} will leave the drift queue as one batch and be scored ${against}. Those for which no version is found stay in the queue.`;
}

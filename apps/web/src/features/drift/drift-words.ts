import type { DriftReleaseMode } from '../../generated/graphql.ts';
import type { DriftGroup } from './list-drift-groups.ts';

/** Why the captures of a group wait, in words. */
export function reasonOf(group: DriftGroup): string {
  const { reason, taggedVersion, active } = group;
  if (reason === 'VERSION_UNKNOWN') return `Version ${taggedVersion} is not known here.`;
  if (reason === 'NO_ACTIVE_VERSION') return 'No version is active for this bay.';
  return `${active?.label ?? 'Another version'} is active for this bay, not ${taggedVersion}.`;
}

export const modeWords: Record<DriftReleaseMode, string> = {
  EFFECTIVE_AT_CAPTURE: 'The version in force when each photo was taken',
  ACTIVE: 'The version that is active now',
  TAGGED: 'The version that the captures are tagged with',
};

/** Why a mode cannot be chosen for a group. */
export function whyNot(mode: DriftReleaseMode, group: DriftGroup): string {
  if (mode === 'TAGGED') return `Version ${group.taggedVersion} is not known here; import it first.`;
  if (mode === 'ACTIVE') return 'No version is active for this bay; activate one first.';
  return 'No version of this bay was in force at that time.';
}

const captures = (count: number) => (count === 1 ? '1 capture' : `${count.toLocaleString('en')} captures`);

/** What a release will do, said before it is done. */
export function consequence(group: DriftGroup, mode: DriftReleaseMode): string {
  const against = {
    EFFECTIVE_AT_CAPTURE: 'each against the version that was in force when it was taken',
    ACTIVE: `against ${group.active?.label ?? 'the active version'}, which is active now`,
    TAGGED: `against ${group.taggedVersion}, the version it is tagged with`,
  }[mode];
  return `${captures(group.count)} of bay ${group.bay.aisle} in store ${group.bay.store.code} will leave the drift queue and be scored ${against}.`;
}

/** What a release has done. */
export function outcome({ released, skipped }: { released: number; skipped: number }): string {
  if (released + skipped === 0) return 'Nothing was waiting any more: someone else released this group.';
  const stay = `${captures(skipped)} ${skipped === 1 ? 'stays' : 'stay'}: no version was found for ${skipped === 1 ? 'it' : 'them'}.`;
  return `${captures(released)} went on to scoring.${skipped > 0 ? ` ${stay}` : ''}`;
}

import { bays, captures, counted } from '../../../labels/counts.ts';
import type { PlannedActivation } from './list-planned-activations.ts';
import type { Consequences } from './preview-activation.ts';

/** Lists of stores grow to hundreds; only this many are named. */
const maxNamed = 4;

function named(codes: readonly string[]): string {
  const rest = codes.length - maxNamed;
  return rest > 0 ? `${codes.slice(0, maxNamed).join(', ')} and ${rest} more` : codes.join(', ');
}

/** Returns the bays of an activation: "aisle D01-B01 in group North (12 stores), store 4102". */
export function scopeOfActivation({
  aisle,
  stores,
  groups,
}: Pick<PlannedActivation, 'aisle' | 'stores' | 'groups'>): string {
  const parts = groups.map(
    ({ name, stores: members }) => `group ${name} (${counted(members.length, 'store')})`,
  );
  if (stores.length > 0)
    parts.push(`${stores.length === 1 ? 'store' : 'stores'} ${named(stores.map(({ code }) => code))}`);
  return `aisle ${aisle} in ${parts.join(', ')}`;
}

/** Returns the outcome of an activation. */
export function outcomeLabel(
  { activated, unchanged, overtaken }: NonNullable<PlannedActivation['outcome']>,
  capturesReleased: number,
): string {
  const parts = [`${bays(activated)} activated`];
  if (unchanged > 0) parts.push(`${unchanged.toLocaleString('en')} had it already`);
  if (overtaken > 0) parts.push(`${overtaken.toLocaleString('en')} overtaken by a later activation`);
  if (capturesReleased > 0) parts.push(`${captures(capturesReleased)} released`);
  return parts.join(', ');
}

/**
 * Returns the consequences of an activation, one sentence each, the most important first, without those that do not
 * occur.
 */
export function consequenceSentences(known: Consequences): string[] {
  const sentences = [
    known.baysReplaced > 0 && `${bays(known.baysReplaced)} will follow this version instead of another one.`,
    known.baysFirst > 0 &&
      `${bays(known.baysFirst)} will follow a version for the first time${known.baysNew > 0 ? `; ${known.baysNew.toLocaleString('en')} of them will be created` : ''}.`,
    known.baysUnchanged > 0 && `${bays(known.baysUnchanged)} already follow it and do not change.`,
    known.capturesReleased > 0 &&
      `${captures(known.capturesReleased)} in the drift queue will be released and scored against it.`,
    known.capturesToDrift > 0 &&
      `${captures(known.capturesToDrift)} in progress will wait in the drift queue: they are tagged with the version that is replaced.`,
    known.recentDevicesOnReplaced > 0 &&
      `${counted(known.recentDevicesOnReplaced, 'device')} sent ${captures(known.recentCapturesOnReplaced)} under the replaced version in the last seven days. They start to drift until they know the new one.`,
    known.silentDriftsEnded > 0 &&
      `${counted(known.silentDriftsEnded, 'suspicion')} that the shelf already follows it will be closed.`,
  ];
  return sentences.filter((sentence) => sentence !== false);
}

import type { PlannedActivation } from './list-planned-activations.ts';
import type { Consequences } from './preview-activation.ts';

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const bays = (count: number) => counted(count, 'bay', 'bays');
const captures = (count: number) => counted(count, 'capture', 'captures');

/** Lists of stores grow to hundreds: so many are named. */
const mostNamed = 4;

function named(codes: readonly string[]): string {
  const rest = codes.length - mostNamed;
  return rest > 0 ? `${codes.slice(0, mostNamed).join(', ')} and ${rest} more` : codes.join(', ');
}

/** Which bays an activation is for: "aisle D01-B01 in group North (12 stores), store 4102". */
export function scopeOfActivation({
  aisle,
  stores,
  groups,
}: Pick<PlannedActivation, 'aisle' | 'stores' | 'groups'>): string {
  const parts = groups.map(
    ({ name, stores: members }) => `group ${name} (${counted(members.length, 'store', 'stores')})`,
  );
  if (stores.length > 0)
    parts.push(`${stores.length === 1 ? 'store' : 'stores'} ${named(stores.map(({ code }) => code))}`);
  return `aisle ${aisle} in ${parts.join(', ')}`;
}

/** What an activation did. */
export function outcomeWords(
  { activated, unchanged, overtaken }: NonNullable<PlannedActivation['outcome']>,
  capturesReleased: number,
): string {
  const parts = [`${bays(activated)} activated`];
  if (unchanged > 0) parts.push(`${unchanged.toLocaleString('en')} had it already`);
  if (overtaken > 0) parts.push(`${overtaken.toLocaleString('en')} overtaken by a later activation`);
  if (capturesReleased > 0) parts.push(`${captures(capturesReleased)} released`);
  return parts.join(', ');
}

/** What will follow from an activation, one sentence each, the weightiest first. What does not happen is not said. */
export function consequenceWords(known: Consequences): string[] {
  const sentences = [
    known.baysReplaced > 0 && `${bays(known.baysReplaced)} will follow this version in place of another one.`,
    known.baysFirst > 0 &&
      `${bays(known.baysFirst)} will follow a version for the first time${known.baysNew > 0 ? `; ${known.baysNew.toLocaleString('en')} of them will be made` : ''}.`,
    known.baysUnchanged > 0 && `${bays(known.baysUnchanged)} already follow it: nothing changes there.`,
    known.capturesReleased > 0 &&
      `${captures(known.capturesReleased)} in the drift queue will be released and scored against it.`,
    known.capturesToDrift > 0 &&
      `${captures(known.capturesToDrift)} on the way will wait in the drift queue: they are tagged with the version that is replaced.`,
    known.recentDevicesOnReplaced > 0 &&
      `${counted(known.recentDevicesOnReplaced, 'device', 'devices')} sent ${captures(known.recentCapturesOnReplaced)} under the replaced version in the last seven days. They start to drift until they learn of the new one.`,
    known.silentDriftsEnded > 0 &&
      `${counted(known.silentDriftsEnded, 'suspicion', 'suspicions')} that the shelf already follows it will be closed.`,
  ];
  return sentences.filter((sentence) => sentence !== false);
}

import { bays, counted, photos } from './counts.ts';
import { labelOf } from './label-of.ts';
import { tierLabel } from './tier-labels.ts';

type Params = Readonly<Record<string, unknown>>;

/** Returns the sentences of an alert about a level: whose, from where to where, and what changed meanwhile. */
export function levelSentence(measure: 'score' | 'share of unknown products', params: unknown): string {
  const given = (params ?? {}) as Params;
  const { baseline, level, bays: measured, fallenBays } = given;
  const verb = measure === 'score' ? 'fell' : 'rose';
  const ofBays = given.scope === 'BAY' ? '' : `, in ${fallenBays} of ${bays(Number(measured))}`;
  const sentence = `The ${measure} of ${subjectOf(given)} ${verb} from ${percent(baseline)} to ${percent(level)}${ofBays}.`;
  const changes = changesOf(given);
  const since =
    changes.length > 0
      ? `Since then: ${changes.join('; ')}.`
      : 'Version, tier, model, settings, catalogue and firmware are as before.';
  return `${sentence} ${since}`;
}

/** Returns the sentence of an alert about a firmware. */
export function firmwareSentence(params: unknown): string {
  const { model, firmware, less, bays: count, photosBefore, photosNow, before } = (params ?? {}) as Params;
  const earlier = listOf(before);
  return `Since firmware ${firmware} photos of ${model} are ${percent(less)} less sharp than with ${earlier}: ${photos(
    Number(photosNow),
  )} compared with ${photos(Number(photosBefore))} of the same ${bays(Number(count))}.`;
}

function subjectOf({ scope, store, aisle, category, planogram }: Params): string {
  switch (scope) {
    case 'BAY':
      return `bay ${aisle} in store ${store}`;
    case 'STORE':
      return `store ${store}`;
    case 'CATEGORY':
      return `category ${category}`;
    case 'PLANOGRAM':
      return `planogram ${planogram}`;
    default:
      return 'some bays';
  }
}

function changesOf(params: Params): string[] {
  const changed = Array.isArray(params.changed) ? params.changed.map(String) : [];
  return changed.flatMap((kind) => labelOf(changes, kind)?.(params) ?? []);
}

const changes: Readonly<Record<string, (params: Params) => string>> = {
  CATALOGUE: ({ importedVersions, newCatalogs, newImages }) =>
    [
      importedVersions ? `${listOf(importedVersions)} imported` : null,
      newCatalogs ? `products of catalogue ${listOf(newCatalogs)} added` : null,
      newImages ? `${counted(Number(newImages), 'reference image')} added` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  VERSION: ({ versionBefore, versionNow }) => `version ${versionNow} (before: ${versionBefore})`,
  TIER: ({ tierBefore, tierNow }) =>
    `${tierLabel(Number(tierNow))} (before: ${tierLabel(Number(tierBefore))})`,
  MODEL: ({ modelBefore, modelNow }) => `model ${modelNow} (before: ${modelBefore})`,
  SETTINGS: () => 'other settings of the model',
  FIRMWARE: ({ firmwareBefore, firmwareNow }) => `firmware ${firmwareNow} (before: ${firmwareBefore})`,
};

const percent = (share: unknown): string => `${Math.round(Number(share) * 100)} %`;
const listOf = (names: unknown): string => (Array.isArray(names) ? names.join(', ') : String(names));

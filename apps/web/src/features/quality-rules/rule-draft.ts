import type { Demands } from './rule-words.ts';

/** What the form holds so far: a number is missing while its field is empty. */
export type DraftDemands = Partial<Demands>;

type Figure = Exclude<keyof Demands, 'finalPolicy'>;

interface FigureLimits {
  label: string;
  description: string;
  least: number;
  most: number;
  step: number;
  whole: boolean;
  suffix: string;
}

/**
 * Limits that make sense, inside of those that the API takes. Above them no camera in use could pass, and every photo
 * of the scope would be held.
 */
export const figureLimits: Record<Figure, FigureLimits> = {
  minShortSidePx: {
    label: 'Short side, at least',
    description: 'Below some 1080 px price tags and small fronts go unseen.',
    least: 240,
    // 8K video has 4320 rows; photos of 12 megapixels have 3000.
    most: 4320,
    step: 60,
    whole: true,
    suffix: ' px',
  },
  minSharpness: {
    label: 'Sharpness, at least',
    description: '100 is the customary border between blurred and sharp; 0 lets every photo pass.',
    least: 0,
    // Crisp photos of full shelves measure some hundreds to a few thousand.
    most: 1000,
    step: 5,
    whole: false,
    suffix: '',
  },
  maxAspect: {
    label: 'Long side to short side, at most',
    description: 'Two photos side by side have 2.7 to 1; longer ones are strips.',
    // A 4:3 camera has 1.33, so that anything below would refuse nearly all photos.
    least: 1.4,
    most: 10,
    step: 0.1,
    whole: false,
    suffix: ' to 1',
  },
  maxRetries: {
    label: 'Looks for a better file',
    description: 'How often a photo is looked at again before the decision below.',
    least: 0,
    // Waits grow fourfold to a day at most: after six looks the shelf is another one.
    most: 6,
    step: 1,
    whole: true,
    suffix: '',
  },
};

export const figures = Object.keys(figureLimits) as Figure[];

/** Whether every figure is there and inside of its limits. */
export const isComplete = (draft: DraftDemands): draft is Demands =>
  draft.finalPolicy !== undefined &&
  figures.every((figure) => {
    const { least, most, whole } = figureLimits[figure];
    const value = draft[figure];
    return value !== undefined && value >= least && value <= most && (!whole || Number.isInteger(value));
  });

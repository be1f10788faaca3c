import type { RuleRequirements } from './rule-labels.ts';

/** The current input of the form: a number is missing while its field is empty. */
export type RuleDraft = Partial<RuleRequirements>;

type Figure = Exclude<keyof RuleRequirements, 'finalPolicy'>;

interface FigureLimits {
  label: string;
  description: string;
  min: number;
  max: number;
  step: number;
  whole: boolean;
  suffix: string;
}

/**
 * Sensible limits, within those of the API. Above them no camera in use could pass, and every photo of the scope would
 * wait.
 */
export const figureLimits: Record<Figure, FigureLimits> = {
  minShortSidePx: {
    label: 'Short side, at least',
    description: 'Below some 1080 px price tags and small fronts go unseen.',
    min: 240,
    // 8K video has 4320 rows; photos of 12 megapixels have 3000.
    max: 4320,
    step: 60,
    whole: true,
    suffix: ' px',
  },
  minSharpness: {
    label: 'Sharpness, at least',
    description: '100 is the usual threshold between blurred and sharp; 0 lets every photo pass.',
    min: 0,
    // Crisp photos of full shelves measure some hundreds to a few thousand.
    max: 1000,
    step: 5,
    whole: false,
    suffix: '',
  },
  maxAspect: {
    label: 'Long side to short side, at most',
    description: 'Two photos side by side have 2.7 to 1; longer ones are strips.',
    // A 4:3 camera has 1.33, so that anything below would refuse nearly all photos.
    min: 1.4,
    max: 10,
    step: 0.1,
    whole: false,
    suffix: ' to 1',
  },
  maxRetries: {
    label: 'Retries for a better file',
    description: 'How often a photo is checked again before the decision below.',
    min: 0,
    // Waits grow fourfold up to a day: after six retries the shelf has changed.
    max: 6,
    step: 1,
    whole: true,
    suffix: '',
  },
};

export const figures = Object.keys(figureLimits) as Figure[];

/** Tells whether every figure is present and within its limits. */
export const isComplete = (draft: RuleDraft): draft is RuleRequirements =>
  draft.finalPolicy !== undefined &&
  figures.every((figure) => {
    const { min, max, whole } = figureLimits[figure];
    const value = draft[figure];
    return value !== undefined && value >= min && value <= max && (!whole || Number.isInteger(value));
  });

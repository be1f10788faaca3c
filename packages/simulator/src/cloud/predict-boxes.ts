import { z } from 'zod';
import type { Box } from '../photo/capture-truth.ts';
import { createRandom, type Random } from '../random.ts';
import type { KnownPhoto } from './known-photo.ts';

const share = z.number().min(0).max(1);

/** Error rates of a model. The defaults are those of a good model on products of its training set. */
export const modelErrorsSchema = z.strictObject({
  missedShare: share.default(0.02),
  /** Share of packs with look-alikes that are confused with one. */
  confusedShare: share.default(0.02),
  /** Deviation of each side of a box, in shares of its width or height. */
  boxJitter: share.default(0.015),
  confidenceMean: share.default(0.9),
  confidenceDeviation: share.default(0.06),
  seed: z.string().max(200).default('sandbox'),
});

export type ModelErrors = z.output<typeof modelErrorsSchema>;

export interface PredictedBox {
  label: string;
  /** 0..1. */
  confidence: number;
  /** [x, y, width, height], 0..1. */
  box: Box;
}

export const gapLabel = '__gap__';

/** A confused label has a lower confidence, but not low enough for a threshold to separate. */
const confusedDoubt = 0.12;

/**
 * Returns the boxes that a provider's model predicts on a photo, most confident first. The same photo, provider and errors
 * give the same boxes, as a real model does.
 */
export function predictBoxes(photo: KnownPhoto, provider: string, errors: ModelErrors): PredictedBox[] {
  const print = Buffer.from(photo.fingerprint).toString('base64');
  const random = createRandom(`${errors.seed}/${provider}/${print}`);
  const seen: PredictedBox[] = [];
  const add = (label: string, box: Box, doubt: number) => {
    const confidence = errors.confidenceMean - doubt + random.normal() * errors.confidenceDeviation;
    seen.push({
      label,
      confidence: Math.min(0.999, Math.max(0.01, confidence)),
      box: jittered(box, errors.boxJitter, random),
    });
  };
  for (const { label, box } of photo.units) {
    if (random.chance(errors.missedShare)) continue;
    const others = photo.lookAlikes[label] ?? [];
    const isConfused = others.length > 0 && random.chance(errors.confusedShare);
    add(isConfused ? random.pick(others) : label, box, isConfused ? confusedDoubt : 0);
  }
  for (const box of photo.gaps) if (!random.chance(errors.missedShare)) add(gapLabel, box, 0.05);
  return seen.sort((a, b) => b.confidence - a.confidence);
}

/** Moves each side of a box by itself and clips the box to the picture. */
function jittered([x, y, width, height]: Box, jitter: number, random: Random): Box {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const left = inside(x + random.normal() * jitter * width);
  const top = inside(y + random.normal() * jitter * height);
  const right = inside(x + width + random.normal() * jitter * width);
  const bottom = inside(y + height + random.normal() * jitter * height);
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)];
}

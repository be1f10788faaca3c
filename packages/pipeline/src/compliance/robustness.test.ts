import type { Verdict } from '@gondola/db';
import { expect, test } from 'vitest';
import { compose } from '../math/homography.ts';
import { type Planogram, slotsOf } from '../planogram/model.ts';
import type { Detection } from '../realogram.ts';
import { scaleAndShift } from './align/registration.ts';
import { assess } from './assess.ts';
import { facingAt, randomBay, randomFrom } from './random-bay.testing.ts';

const bays = 20;
const seedOf = (bay: number) => 100 + bay;

interface Shelf {
  planogram: Planogram;
  detections: Detection[];
  truth: Map<string, Verdict>;
}

/**
 * Makes an untidy bay, detected by a fair model through a tilted camera. Blocks are missing, short, replaced or
 * unknown, and every side of every box is off by up to 5 %.
 */
function wornShelf(seed: number): Shelf {
  const random = randomFrom(seed);
  const planogram = randomBay(seed, { shelves: 2 + (seed % 4), products: 12 });
  const camera = askew(planogram, random);
  const stranger = `p${planogram.products.length}`;
  const truth = new Map<string, Verdict>();
  const detections = planogram.positions.flatMap((position) => {
    const fate = random();
    const gone = fate < 0.06;
    const short = fate > 0.06 && fate < 0.12 && position.facings.horizontal > 1;
    const replaced = fate > 0.12 && fate < 0.17;
    const unknown = fate > 0.17 && fate < 0.2;
    truth.set(
      position.id,
      gone
        ? 'MISSING'
        : short
          ? 'FACINGS_SHORT'
          : replaced
            ? 'WRONG_PRODUCT'
            : unknown
              ? 'UNKNOWN_PRODUCT'
              : 'MATCH',
    );
    return slotsOf(position).flatMap((slot): Detection[] => {
      if (gone || (short && slot.column === 0)) return [];
      const facing = facingAt(slot, camera);
      const [x, y, width, height] = facing.box;
      const off = (side: number) => 0.05 * side * (2 * random() - 1);
      const [left, top] = [x + off(width), y + off(height)];
      const box: Detection['box'] = [
        left,
        top,
        x + width + off(width) - left,
        y + height + off(height) - top,
      ];
      const productId = unknown ? null : replaced ? stranger : facing.productId;
      return [{ ...facing, box, productId }];
    });
  });
  return { planogram, detections, truth };
}

function askew({ widthMm, heightMm }: Planogram, random: () => number): number[] {
  const turn = 0.08 * (random() - 0.5);
  const tilt = () => 0.2 * (random() - 0.5);
  const lens = [0.78, -turn, 0.5, turn, 0.78, 0.5, tilt(), tilt(), 1];
  return compose(lens, scaleAndShift(1 / widthMm, 1 / heightMm, -0.5, -0.5));
}

test('boxes off by 5 %, a tilted camera and an untidy shelf: at least 99 of 100 verdicts are right', () => {
  let right = 0;
  let all = 0;
  for (let bay = 0; bay < bays; bay++) {
    const { planogram, detections, truth } = wornShelf(seedOf(bay));
    for (const { positionId, verdict } of assess(planogram, {
      detections,
      planogramToPhoto: null,
      truncated: false,
    }).findings) {
      all++;
      if (verdict === truth.get(positionId ?? '')) right++;
    }
  }
  expect(all).toBeGreaterThan(250);
  expect(right / all).toBeGreaterThanOrEqual(0.99);
});

test('a facing that the model missed costs its own position and no other', () => {
  for (let bay = 0; bay < bays; bay++) {
    const { planogram, detections } = wornShelf(seedOf(bay));
    const verdicts = (some: Detection[]) =>
      assess(planogram, { detections: some, planogramToPhoto: null, truncated: false }).findings;
    const before = verdicts(detections);
    // One in fifty, and at least one.
    const overlooked = detections.filter((_, i) => i % 50 === 25);
    const after = verdicts(detections.filter((one) => !overlooked.includes(one)));
    const changed = after.filter(
      (finding, i) => finding.verdict !== before[i]?.verdict || finding.credit !== before[i]?.credit,
    );
    expect(changed.length).toBeLessThanOrEqual(overlooked.length);
    for (const { verdict } of changed) expect(['MISSING', 'FACINGS_SHORT']).toContain(verdict);
  }
});

import { hasRealData } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import { assess } from '../compliance/assess.ts';
import type { Frame } from '../images/frame.ts';
import { readGoldenShelf } from '../inference/tiers/heuristic/golden-shelf.testing.ts';
import { createHeuristicTier } from '../inference/tiers/heuristic/heuristic-tier.ts';
import { invert, project } from '../math/homography.ts';
import { findCover } from './find-cover.ts';

test.skipIf(!hasRealData)(
  `nothing stands before the real shelf; a shopper painted before it is no fault of it${hasRealData ? '' : ': no real data'}`,
  async () => {
    const { planogram, references, frame: photo } = await readGoldenShelf();
    const judged = async (frame: Frame) => {
      const realogram = await createHeuristicTier().detect(
        { frame, planogram, references },
        new AbortController().signal,
      );
      const covered = findCover({ frame, planogram, realogram });
      const { findings } = assess(planogram, { ...realogram, covered: covered ?? [] });
      return { realogram, covered, verdictOf: new Map(findings.map((f) => [f.positionId, f.verdict])) };
    };
    const clear = await judged(photo);
    expect(clear.covered).toEqual([]);

    // Left of the signs that hang from two rails, from the second shelf from the top down.
    const toBay = invert(clear.realogram.planogramToPhoto ?? []);
    if (!toBay) throw new Error('the golden shelf is not placed');
    const { widthMm, heightMm } = planogram;
    const [left, right, top] = [0.1 * widthMm, 0.3 * widthMm, 0.25 * heightMm];
    const data = Uint8Array.from(photo.data);
    for (let y = 0; y < photo.height; y++)
      for (let x = 0; x < photo.width; x++) {
        const [xMm, yMm] = project(toBay, x / photo.width, y / photo.height);
        if (xMm < left || xMm > right || yMm < top) continue;
        const isStripe = Math.floor((xMm + yMm) / 24) % 2 === 0;
        data.set(isStripe ? [62, 66, 120] : [206, 200, 186], (y * photo.width + x) * 3);
      }
    const hidden = await judged({ ...photo, data });
    for (const { id, xMm, yMm, widthMm: wide, heightMm: high } of planogram.positions) {
      const across = Math.max(0, Math.min(right, xMm + wide) - Math.max(left, xMm)) / wide;
      const down = Math.max(0, yMm + high - Math.max(top, yMm)) / high;
      const said = hidden.verdictOf.get(id);
      if (across * down >= 0.3) expect(['NOT_ASSESSED', 'MATCH'], id).toContain(said);
      if (across * down >= 0.8) expect(said, id).toBe('NOT_ASSESSED');
      if (across * down === 0) expect(said, id).toBe(clear.verdictOf.get(id));
    }
  },
  120_000,
);

import { hasRealData } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import { goldenText, readGoldenShelf } from './golden-shelf.testing.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

test.skipIf(!hasRealData)(
  `all 58 places of the real shelf are seen as they are${hasRealData ? '' : ': no real data'}`,
  async () => {
    const { planogram, idOf, references, frame } = await readGoldenShelf();
    const { detections } = await createHeuristicTier().detect(
      { frame, planogram, references },
      new AbortController().signal,
    );

    const expected = JSON.parse(await goldenText('expected-compliance.json')) as {
      positions: { positionId: string; found: string | null }[];
    };
    const seen = new Map(detections.map((d) => [d.slot?.positionId, d]));
    const wrong = expected.positions.flatMap(({ positionId, found }) => {
      const d = seen.get(positionId);
      const right = found === null ? d?.kind === 'gap' : d !== undefined && d.productId === idOf.get(found);
      return right ? [] : [{ positionId, found, seen: d?.kind, productId: d?.productId }];
    });
    expect(wrong).toEqual([]);
    expect(detections).toHaveLength(58);
  },
  120_000,
);

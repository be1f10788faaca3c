import { expect, test } from 'vitest';
import type { Planogram } from '../../planogram/model.ts';
import { compareVersions } from '../../planogram-versions/compare-versions.ts';
import { proposeMapping } from '../../planogram-versions/mapping/propose-mapping.ts';
import { assess } from '../assess.ts';
import { moved, realogramOf, smallBay } from '../small-bay.testing.ts';
import { mapFindings } from './map-findings.ts';

const mappedOf = (from: Planogram, to: Planogram, realogram = realogramOf(from, (facing) => facing)) =>
  mapFindings(assess(from, realogram).findings, proposeMapping(compareVersions(from, to)), to);

const verdictsOf = ({ findings }: ReturnType<typeof mappedOf>) =>
  findings.map(({ expectedProductId, verdict }) => `${expectedProductId} ${verdict}`);

test('a shelf that follows the earlier version is correct under the later one, for every move', () => {
  const mapped = mappedOf(smallBay('A B C', 'D E2'), smallBay('B A X', 'E2 D'));
  expect(verdictsOf(mapped)).toEqual(['E MATCH', 'D MATCH', 'B MATCH', 'A MATCH', 'X MATCH']);
  expect(mapped).toMatchObject({ score: 1, coverage: 1, unscoredReason: null });
  expect(mapped.components).toMatchObject({ strictRate: 1, onShelfAvailability: 1 });
});

test('findings have the ids, the order and the weights of the later version', () => {
  const from = smallBay('A B', 'C D E');
  const to = smallBay('B3 A', 'C D E');
  const mapped = mappedOf(
    from,
    to,
    realogramOf(from, (facing) => (facing.productId === 'B' ? null : facing)),
  );
  expect(mapped.findings.map(({ positionId, verdict }) => [positionId, verdict])).toEqual([
    ['1.1', 'MATCH'],
    ['1.2', 'MATCH'],
    ['1.3', 'MATCH'],
    ['2.1', 'MISSING'],
    ['2.2', 'MATCH'],
  ]);
  // B now weighs three of seven facings.
  expect(mapped.score).toBeCloseTo(4 / 7, 9);
});

test('new positions are not assessed and lower coverage, removed positions are dropped', () => {
  const mapped = mappedOf(smallBay('A B C'), smallBay('A B', 'N'));
  expect(verdictsOf(mapped)).toEqual(['N NOT_ASSESSED', 'A MATCH', 'B MATCH']);
  expect(mapped.score).toBe(1);
  expect(mapped.coverage).toBeCloseTo(2 / 3);
  expect(mapped.findings[0]?.reason).toBe(
    'Product N has no place in the layout by which this shelf was stocked.',
  );
});

test('an empty mapping gives no score with a reason, never 0', () => {
  const from = smallBay('A B');
  const findings = assess(
    from,
    realogramOf(from, (facing) => facing),
  ).findings;
  const mapped = mapFindings(findings, [], smallBay('C D'));
  expect(mapped).toMatchObject({ score: null, coverage: 0 });
  expect(mapped.unscoredReason).toContain('No position');
});

test('score and components are those of the earlier version where nothing changed', () => {
  const bay = smallBay('A2 B C', 'D3 E F');
  // C is gone, D lacks one facing, B and an extra stand elsewhere.
  const realogram = realogramOf(bay, (facing, slot) => {
    if (facing.productId === 'C' || (facing.productId === 'D' && slot.column === 2)) return null;
    return facing.productId === 'B' ? moved(facing, bay, 500) : facing;
  });
  const direct = assess(bay, realogram);
  const { findings: _, ...headline } = mapFindings(
    direct.findings,
    proposeMapping(compareVersions(bay, structuredClone(bay))),
    bay,
  );
  const { findings: __, ...expected } = direct;
  expect(headline.score).toBeCloseTo(expected.score ?? -1, 9);
  expect(headline.coverage).toBe(expected.coverage);
  for (const [name, value] of Object.entries(expected.components))
    expect(headline.components[name as keyof typeof expected.components]).toBeCloseTo(value ?? -1, 9);
  expect(new Set(direct.findings.map(({ verdict }) => verdict)).size).toBeGreaterThan(2);
});

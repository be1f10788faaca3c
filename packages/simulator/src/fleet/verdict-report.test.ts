import { expect, test } from 'vitest';
import type { CaptureTruth } from '../photo/capture-truth.ts';
import type { TrueVerdict } from '../shelf/position-truth.ts';
import { verdictReport } from './verdict-report.ts';

const truthOf = (verdicts: TrueVerdict[], cut = false): CaptureTruth => ({
  score: 0.5,
  coverage: 1,
  strictRate: 0.5,
  units: [],
  planogramToPhoto: [],
  positions: verdicts.map((verdict, i) => ({
    positionId: `p${i}`,
    verdict,
    expectedProductId: 'a',
    foundProductId: null,
    facingsPlanned: 1,
    facingsSeen: 1,
    onRightShelf: true,
    inRightPlace: true,
    box: [0, 0, 1, 1],
    cut,
    covered: 0,
  })),
});

const given = (verdicts: string[]) => new Map(verdicts.map((verdict, i) => [`p${i}`, verdict]));

test('precision is over the given verdicts, recall over the true ones', () => {
  const truth = truthOf(['MATCH', 'MATCH', 'MATCH', 'MISSING', 'MISSING']);
  const verdicts = given(['MATCH', 'MATCH', 'MISSING', 'MISSING', 'MATCH']);
  const report = verdictReport([{ truth, score: 0.7, verdicts }]);
  expect(report).toMatchObject({ captures: 1, positions: 5, right: 3 });
  expect(report.perVerdict).toEqual({
    MATCH: { n: 3, precision: 2 / 3, recall: 2 / 3 },
    MISSING: { n: 2, precision: 1 / 2, recall: 1 / 2 },
  });
  expect(report.meanScoreError).toBeCloseTo(0.2, 12);
});

test('a verdict that is never given has no precision, and a verdict that is never true has no recall', () => {
  const report = verdictReport([
    { truth: truthOf(['MISPLACED']), score: null, verdicts: given(['OCCUPIED']) },
  ]);
  expect(report.perVerdict).toEqual({
    MISPLACED: { n: 1, precision: null, recall: 0 },
    OCCUPIED: { n: 0, precision: 0, recall: null },
  });
  expect(report.meanScoreError).toBeNull();
});

test('positions that the picture cuts are left out unless they are not visible', () => {
  const report = verdictReport([
    { truth: truthOf(['MATCH', 'NOT_VISIBLE'], true), score: 1, verdicts: given(['MISSING', 'NOT_VISIBLE']) },
  ]);
  expect(report).toMatchObject({ positions: 1, right: 1 });
});

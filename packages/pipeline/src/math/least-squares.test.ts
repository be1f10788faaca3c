import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquares } from './least-squares.ts';

const coefficient = fc.double({ min: -2, max: 2, noNaN: true });

test('exact equations give back the unknowns that made them', () => {
  const truth = [0.5, -1.25, 3];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coefficient, coefficient, coefficient), { minLength: 12, maxLength: 30 }),
      (rows) => {
        const problem = leastSquares(3);
        const spread = [[1, 0, 0], [0, 1, 0], [0, 0, 1], ...rows];
        for (const row of spread)
          problem.add([...row, row.reduce((sum, a, i) => sum + a * (truth[i] ?? 0), 0)], 1);
        problem.solve()?.forEach((value, i) => {
          expect(value).toBeCloseTo(truth[i] ?? Number.NaN, 8);
        });
      },
    ),
    { numRuns: 100 },
  );
});

test('a heavier equation counts for more', () => {
  const problem = leastSquares(1);
  problem.add([1, 0], 1);
  problem.add([1, 10], 4);
  expect(problem.solve()).toEqual([8]);
});

test('an unknown that no equation mentions is not determined, unless it is held', () => {
  const problem = leastSquares(2);
  problem.add([1, 0, 4], 1);
  expect(problem.solve()).toBeNull();
  problem.addPrior(1, 7, 0.01);
  expect(problem.solve()?.[0]).toBeCloseTo(4, 9);
  expect(problem.solve()?.[1]).toBeCloseTo(7, 9);
});

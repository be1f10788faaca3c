import type { Verdict } from '@gondola/db';
import type { Components, Finding } from './finding.ts';
import { creditShares } from './formula/score.ts';

/** One score of a capture with its findings. */
export interface Run {
  score: number | null;
  coverage: number;
  components: Components;
  findings: readonly Finding[];
}

export interface PositionSide {
  positionId: string;
  verdict: Verdict;
  seenProductId: string | null;
  facingsSeen: number | null;
  credit: number | null;
}

/** One product's place in two runs. `before` and `after` are null where a run has no such position. */
export interface PositionDifference {
  kind: 'SAME' | 'CHANGED' | 'ONLY_BEFORE' | 'ONLY_AFTER';
  expectedProductId: string | null;
  before: PositionSide | null;
  after: PositionSide | null;
}

export interface RunComparison {
  /** After minus before; null when one of the runs has no score. */
  score: number | null;
  coverage: number;
  /** The difference in score by part of the formula; the parts add up to it. */
  byComponent: { identity: number; shelf: number; order: number; facings: number } | null;
  /** After minus before, for rates that both runs have. */
  rates: Record<keyof Components, number | null>;
  counts: Record<PositionDifference['kind'], number>;
  /** How often one verdict became another, over positions in both runs; most frequent first. */
  moves: { from: Verdict; to: Verdict; count: number }[];
  /** In the order of the later run's findings; positions of the earlier run alone follow. */
  positions: PositionDifference[];
  /** Unplanned products. */
  extras: { before: number; after: number };
}

/**
 * Compares two scores of one capture: other detections, another formula, or another planogram version. Positions with the
 * same id and product are equal. Between versions, a product planned once in the remaining positions of both is followed to
 * its new position. Pure.
 */
export function compareRuns(before: Run, after: Run): RunComparison {
  const positions = pairUp(before.findings, after.findings).map(differenceOf);
  const score = minus(after.score, before.score);
  const moved = Map.groupBy(
    positions.filter(
      (one) => one.before !== null && one.after !== null && one.before.verdict !== one.after.verdict,
    ),
    (one) => `${one.before?.verdict} ${one.after?.verdict}`,
  );
  return {
    score,
    coverage: after.coverage - before.coverage,
    byComponent: score === null ? null : splitOf(before.components, after.components),
    rates: ratesOf(before.components, after.components),
    counts: countsOf(positions),
    moves: [...moved.values()]
      .flatMap((some) => {
        const [first] = some;
        if (first?.before == null || first.after === null) return [];
        return [{ from: first.before.verdict, to: first.after.verdict, count: some.length }];
      })
      .toSorted((a, b) => b.count - a.count || (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1)),
    positions,
    extras: { before: extrasIn(before.findings), after: extrasIn(after.findings) },
  };
}

interface Pair {
  before: Finding | null;
  after: Finding | null;
}

function pairUp(before: readonly Finding[], after: readonly Finding[]): Pair[] {
  const earlier = before.filter(({ positionId }) => positionId !== null);
  const later = after.filter(({ positionId }) => positionId !== null);
  const sameId = new Map(earlier.map((finding) => [keyOf(finding), finding]));
  const taken = new Set(later.flatMap((finding) => sameId.get(keyOf(finding)) ?? []));
  const leftBefore = Map.groupBy(
    earlier.filter((finding) => !taken.has(finding)),
    ({ expectedProductId }) => expectedProductId,
  );
  const leftAfter = Map.groupBy(
    later.filter((finding) => !sameId.has(keyOf(finding))),
    ({ expectedProductId }) => expectedProductId,
  );
  const pairs = later.map((finding): Pair => {
    const same = sameId.get(keyOf(finding));
    if (same !== undefined) return { before: same, after: finding };
    const [only, ...more] = leftBefore.get(finding.expectedProductId) ?? [];
    const isUnique = more.length === 0 && leftAfter.get(finding.expectedProductId)?.length === 1;
    if (only === undefined || !isUnique) return { before: null, after: finding };
    taken.add(only);
    return { before: only, after: finding };
  });
  const gone = earlier
    .filter((finding) => !taken.has(finding))
    .map((finding) => ({ before: finding, after: null }));
  return [...pairs, ...gone];
}

const keyOf = ({ positionId, expectedProductId }: Finding): string =>
  JSON.stringify([positionId, expectedProductId]);

function differenceOf({ before, after }: Pair): PositionDifference {
  const sides = { before: sideOf(before), after: sideOf(after) };
  const expectedProductId = (after ?? before)?.expectedProductId ?? null;
  return { kind: kindOf(sides.before, sides.after), expectedProductId, ...sides };
}

function kindOf(before: PositionSide | null, after: PositionSide | null): PositionDifference['kind'] {
  if (before === null) return 'ONLY_AFTER';
  if (after === null) return 'ONLY_BEFORE';
  const isSame =
    before.verdict === after.verdict &&
    before.seenProductId === after.seenProductId &&
    before.facingsSeen === after.facingsSeen &&
    before.positionId === after.positionId;
  return isSame ? 'SAME' : 'CHANGED';
}

function sideOf(finding: Finding | null): PositionSide | null {
  if (finding === null || finding.positionId === null) return null;
  const { positionId, verdict, seenProductId, facingsSeen, credit } = finding;
  return { positionId, verdict, seenProductId, facingsSeen, credit };
}

function splitOf(before: Components, after: Components): RunComparison['byComponent'] {
  const part = (share: number, rate: keyof Components) => share * ((after[rate] ?? 0) - (before[rate] ?? 0));
  return {
    identity: part(creditShares.identity, 'onShelfAvailability'),
    shelf: part(creditShares.shelf, 'rightShelfRate'),
    order: part(creditShares.order, 'rightPlaceRate'),
    facings: part(creditShares.facings, 'facingsAccuracy'),
  };
}

const ratesOf = (before: Components, after: Components): RunComparison['rates'] => ({
  onShelfAvailability: minus(after.onShelfAvailability, before.onShelfAvailability),
  rightShelfRate: minus(after.rightShelfRate, before.rightShelfRate),
  rightPlaceRate: minus(after.rightPlaceRate, before.rightPlaceRate),
  facingsAccuracy: minus(after.facingsAccuracy, before.facingsAccuracy),
  strictRate: minus(after.strictRate, before.strictRate),
});

const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

function countsOf(positions: readonly PositionDifference[]): RunComparison['counts'] {
  const counts = { SAME: 0, CHANGED: 0, ONLY_BEFORE: 0, ONLY_AFTER: 0 };
  for (const { kind } of positions) counts[kind] += 1;
  return counts;
}

const extrasIn = (findings: readonly Finding[]): number =>
  findings.filter(({ verdict }) => verdict === 'EXTRA').length;

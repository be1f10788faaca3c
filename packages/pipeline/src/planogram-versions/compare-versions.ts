import type { Planogram, Position } from '../planogram/model.ts';
import { describeChange, productNames, summarise } from './compare/describe-changes.ts';
import { findSubstitutes } from './compare/find-substitutes.ts';
import { findSwaps } from './compare/find-swaps.ts';
import { measurePair, productsOf } from './compare/measure-pair.ts';
import { pairDisplaced } from './compare/pair-displaced.ts';
import { pairKept } from './compare/pair-kept.ts';
import { type Pair, type Placed, placePositions } from './compare/placed.ts';
import {
  type ChangeKind,
  changeKinds,
  type VersionChange,
  type VersionDiff,
} from './compare/version-diff.ts';

/**
 * Maximum shift of a block that stays in its place, as a share of the bay. A block with a larger shift counts as moved.
 */
const maxShift = 0.25;

interface Match {
  kind: ChangeKind;
  from: Placed | null;
  to: Placed | null;
  /** The position of the product that traded places with this one. */
  partner: Placed | null;
}

/**
 * Compares two versions position by position. Positions are matched by product and location, never by id, because files
 * number them anew. Pure; the opposite comparison gives the same changes, with NEW for DELISTED.
 */
export function compareVersions(from: Planogram, to: Planogram): VersionDiff {
  // Two equally good pairings must not depend on the direction of the comparison.
  const isForward = JSON.stringify(from.positions) <= JSON.stringify(to.positions);
  const matches = isForward ? match(from, to) : match(to, from).map(turned);
  const nameOf = productNames(from, to);
  const products = productsOf(from, to);
  const ranks = { from: ranksOf(from.positions), to: ranksOf(to.positions) };
  const rank = ({ from: a, to: b }: Match): number =>
    b ? (ranks.to.get(b.position) ?? 0) : to.positions.length + (a ? (ranks.from.get(a.position) ?? 0) : 0);
  const changes = matches
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ kind, from: a, to: b, partner }): VersionChange => {
      const measures = measurePair(a?.position ?? null, b?.position ?? null, products);
      const change = { kind, from: a?.position ?? null, to: b?.position ?? null, ...measures };
      return { ...change, words: describeChange(change, nameOf, partner ? nameOf(partner.position) : null) };
    });
  const diff = {
    changes,
    counts: Object.fromEntries(
      changeKinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
    ) as VersionDiff['counts'],
    facingsChanged: changes.filter(({ facings }) => facings !== null).length,
    sizesChanged: changes.filter(({ size, block }) => size !== null || block !== null).length,
  };
  return { ...diff, summary: summarise(diff) };
}

const ranksOf = (positions: readonly Position[]) => new Map(positions.map((position, i) => [position, i]));

function match(from: Planogram, to: Planogram): Match[] {
  const maxShiftMm = maxShift * Math.max(from.widthMm, to.widthMm);
  let [earlier, later] = [placePositions(from), placePositions(to)];
  const take = (pairs: Pair[]): Pair[] => {
    const taken = new Set(pairs.flatMap((pair) => [pair.from, pair.to]));
    earlier = earlier.filter((one) => !taken.has(one));
    later = later.filter((one) => !taken.has(one));
    return pairs;
  };
  const kept = take(pairKept(earlier, later, maxShiftMm));
  const displaced = take(pairDisplaced(earlier, later));
  const partners = findSwaps(displaced, kept);
  const kindOf = (pair: Pair, otherwise: ChangeKind): Match => {
    const partner = partners.get(pair);
    return { ...pair, kind: partner ? 'SWAPPED' : otherwise, partner: partner?.from ?? null };
  };
  const substitutes = take(findSubstitutes(earlier, later, kept, maxShiftMm));
  return [
    ...kept.map((pair) => kindOf(pair, 'SAME')),
    ...displaced.map((pair) => kindOf(pair, 'MOVED')),
    ...substitutes.map((pair): Match => ({ ...pair, kind: 'SUBSTITUTED', partner: null })),
    ...earlier.map((one): Match => ({ kind: 'DELISTED', from: one, to: null, partner: null })),
    ...later.map((one): Match => ({ kind: 'NEW', from: null, to: one, partner: null })),
  ];
}

const opposite: Partial<Record<ChangeKind, ChangeKind>> = { NEW: 'DELISTED', DELISTED: 'NEW' };

const turned = ({ kind, from, to, partner }: Match): Match => ({
  kind: opposite[kind] ?? kind,
  from: to,
  to: from,
  partner,
});

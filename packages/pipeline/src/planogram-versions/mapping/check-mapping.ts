import type { MappingKind } from '@gondola/db';
import type { Planogram } from '../../planogram/model.ts';
import { productKeys } from '../compare/placed.ts';
import type { MappingEntry } from './mapping-entry.ts';

/** A problem of an entry, in words. `path` has the form `entries[3].toPositionId`. */
export interface MappingProblem {
  path: string;
  code: string;
  message: string;
}

type Side = 'from' | 'to';
type Find = (field: keyof MappingEntry, code: string, message: string) => void;

/** The positions that each kind requires. */
const sides: Record<MappingKind, { from: boolean; to: boolean }> = {
  SAME: { from: true, to: true },
  MOVED: { from: true, to: true },
  SWAPPED: { from: true, to: true },
  SUBSTITUTED: { from: true, to: true },
  DELISTED: { from: true, to: false },
  NEW: { from: false, to: true },
  ALIAS: { from: false, to: false },
};

/**
 * Returns all problems of a mapping between two versions: repeated positions, and entries that do not fit their kind.
 */
export function checkMapping(
  entries: readonly MappingEntry[],
  from: Planogram,
  to: Planogram,
): MappingProblem[] {
  const versions = { from: lookUp(from), to: lookUp(to) };
  const seen = { from: new Set<string>(), to: new Set<string>(), alias: new Set<string>() };
  return entries.flatMap((entry, i) => {
    const problems: MappingProblem[] = [];
    const find: Find = (field, code, message) =>
      problems.push({ path: `entries[${i}].${field}`, code, message });
    if (entry.kind === 'ALIAS') checkAlias(entry, versions, seen.alias, find);
    else {
      for (const side of ['from', 'to'] as const)
        checkPosition(entry, side, versions[side].positions, seen[side], find);
      if (entry.graceUntil !== null)
        find('graceUntil', 'GRACE_NOT_ALLOWED', 'Only an ALIAS has a grace period.');
      if (problems.length === 0) checkProducts(entry, versions, find);
    }
    return problems;
  });
}

type Version = ReturnType<typeof lookUp>;

const lookUp = (planogram: Planogram) => ({
  positions: new Map(planogram.positions.map(({ id, productId }) => [id, productId])),
  planned: new Set(planogram.positions.map(({ productId }) => productId)),
  keys: productKeys(planogram),
});

function checkPosition(
  entry: MappingEntry,
  side: Side,
  positions: ReadonlyMap<string, string>,
  seen: Set<string>,
  find: Find,
): void {
  const field = side === 'from' ? 'fromPositionId' : 'toPositionId';
  const id = entry[field];
  const version = side === 'from' ? 'earlier' : 'later';
  if (id === null) {
    if (sides[entry.kind][side])
      find(field, 'POSITION_MISSING', `${entry.kind} names a position of the ${version} version.`);
    return;
  }
  if (!sides[entry.kind][side])
    find(field, 'POSITION_NOT_ALLOWED', `${entry.kind} names no position of the ${version} version.`);
  else if (!positions.has(id))
    find(field, 'POSITION_UNKNOWN', `The ${version} version has no position "${id}".`);
  else if (seen.has(id))
    find(field, 'POSITION_TWICE', `Position "${id}" of the ${version} version is mapped already.`);
  seen.add(id);
}

function checkProducts(entry: MappingEntry, versions: { from: Version; to: Version }, find: Find): void {
  if (entry.fromPositionId === null || entry.toPositionId === null) return;
  const keyIn = (version: Version, positionId: string) => {
    const productId = version.positions.get(positionId) ?? '';
    return version.keys.get(productId) ?? productId;
  };
  const isSame = keyIn(versions.from, entry.fromPositionId) === keyIn(versions.to, entry.toPositionId);
  if (entry.kind === 'SUBSTITUTED' && isSame)
    find('kind', 'PRODUCT_SAME', 'Both positions hold the same product: it is SAME, MOVED or SWAPPED.');
  if (entry.kind !== 'SUBSTITUTED' && !isSame)
    find('kind', 'PRODUCT_DIFFERS', 'The two positions hold different products: it is SUBSTITUTED.');
}

function checkAlias(
  entry: MappingEntry,
  { from, to }: { from: Version; to: Version },
  seen: Set<string>,
  find: Find,
): void {
  const { fromProductId, toProductId } = entry;
  for (const field of ['fromPositionId', 'toPositionId'] as const)
    if (entry[field] !== null)
      find(field, 'POSITION_NOT_ALLOWED', 'An ALIAS is about products, not positions.');
  if (fromProductId === null || !from.planned.has(fromProductId))
    find('fromProductId', 'PRODUCT_UNKNOWN', 'An ALIAS names a product of the earlier version.');
  else if (to.planned.has(fromProductId))
    find('fromProductId', 'PRODUCT_STILL_PLANNED', 'The later version has a place for this product itself.');
  else if (seen.has(fromProductId))
    find('fromProductId', 'PRODUCT_TWICE', 'This product is the alias of another one already.');
  if (toProductId === null || !to.planned.has(toProductId))
    find('toProductId', 'PRODUCT_UNKNOWN', 'An ALIAS names a product of the later version.');
  if (entry.graceUntil === null)
    find('graceUntil', 'GRACE_MISSING', 'An ALIAS says until when the old product counts as the new one.');
  if (fromProductId !== null) seen.add(fromProductId);
}

import type { Detection } from '../../inference/realogram.ts';
import type { Position, Slot } from '../../planogram/model.ts';
import type { Cell, Loose } from '../align/alignment.ts';
import type { Layer } from '../align/layout.ts';
import { centreOf } from '../align/layout.ts';
import type { Elsewhere, Tally } from './tally.ts';
import { tradedDetections } from './traded-places.ts';

type Free = Elsewhere & { xMm: number; loose: Loose | null };

/**
 * Looks for the products that stand nowhere in their own place. What stands in another's place counts only when it is not
 * part of a run that begins in its own: a block that spread into its neighbour's place is a wrong product there, not the
 * lost product of a third place; nor is a single stray. Each thing is claimed once, on the same shelf first, then by distance. Returns the loose
 * things that nobody claims.
 */
export function claimElsewhere(
  tallies: readonly Tally[],
  layers: readonly Layer[],
  cells: ReadonlyMap<Slot, Cell>,
  loose: readonly Loose[],
): Loose[] {
  const traded = tradedDetections(tallies);
  const found = [...strangers(layers, cells), ...loose.map(freeLoose)].filter(
    ({ detection }) => !traded.has(detection),
  );
  // A tall pack fills places of two layers, and is one thing all the same.
  const distinct = new Map(found.toReversed().map((thing) => [thing.detection, thing]));
  const free = Map.groupBy([...distinct.values()].toReversed(), ({ detection }) => detection.productId);
  const claims = tallies
    .filter((tally) => tally.right.length === 0 && tally.visible.length > 0 && tally.traded === null)
    .filter((tally) => tally.unidentified.length === 0 && tally.unlooked.length === 0)
    .flatMap((tally) => {
      const things = free.get(tally.position.productId) ?? [];
      if (isStray(tally, things)) return [];
      return things.map((thing) => ({ tally, thing, ...farness(tally.position, thing) }));
    })
    .toSorted((a, b) => a.shelves - b.shelves || a.alongMm - b.alongMm);
  const claimed = new Set<Free>();
  for (const { tally, thing } of claims) {
    if (claimed.has(thing) || tally.elsewhere.length >= tally.cells.length) continue;
    claimed.add(thing);
    const { detection, shelfNumber, at } = thing;
    tally.elsewhere.push({ detection, shelfNumber, at });
  }
  const claimedLoose = new Set([...claimed].map((thing) => thing.loose));
  return loose.filter((one) => !claimedLoose.has(one));
}

/**
 * A single pack in a place that would hold several of it, and not next to its own: set back by a shopper, or misread. The
 * product did not move there; it is out.
 */
function isStray({ position }: Tally, things: readonly Free[]): boolean {
  const at = things[0]?.at ?? null;
  if (things.length > 1 || at === null) return false;
  const isNextTo = at.shelfNumber === position.shelfNumber && Math.abs(at.sequence - position.sequence) === 1;
  return !isNextTo && capacityOf(at, position) > 1;
}

/** How many packs of the one fit into the place of the other, and no more than are planned there. */
function capacityOf({ widthMm, heightMm, facings }: Position, of: Position): number {
  const across = Math.floor((widthMm * of.facings.horizontal) / of.widthMm);
  const up = Math.floor((heightMm * of.facings.vertical) / of.heightMm);
  return Math.min(facings.horizontal, across) * Math.min(facings.vertical, Math.max(1, up));
}

/** Things in a place planned for another product, and in no run with places of their own. */
function strangers(layers: readonly Layer[], cells: ReadonlyMap<Slot, Cell>): Free[] {
  return layers.flatMap((layer) => {
    const row = layer.slots.flatMap((slot) => cells.get(slot) ?? []);
    return runsOf(row)
      .filter((run) => !run.some(isRight))
      .flatMap((run) =>
        [...new Set(run.map((cell) => cell.occupant))].flatMap((occupant) => freeInPlace(occupant, run)),
      );
  });
}

function freeInPlace(detection: Detection | null, run: readonly Cell[]): Free[] {
  const cell = run.find(({ occupant }) => occupant === detection);
  if (detection === null || detection.productId === null || cell === undefined) return [];
  const { position } = cell.slot;
  return [
    { detection, shelfNumber: position.shelfNumber, at: position, xMm: centreOf(cell.slot), loose: null },
  ];
}

const freeLoose = (loose: Loose): Free => ({
  detection: loose.detection,
  shelfNumber: loose.shelfNumber,
  at: null,
  xMm: (loose.placed.leftMm + loose.placed.rightMm) / 2,
  loose,
});

const isRight = ({ occupant, slot }: Cell) => occupant?.productId === slot.position.productId;

function runsOf(row: readonly Cell[]): Cell[][] {
  const runs: Cell[][] = [];
  let standing: string | null = null;
  for (const cell of row) {
    const run = runs.at(-1);
    if (run !== undefined && standing !== null && goesOn(standing, cell)) run.push(cell);
    else {
      runs.push([cell]);
      standing = cell.occupant?.productId ?? null;
    }
  }
  return runs;
}

/** Neither a thing without label nor a hole where the same product is planned ends a run: it may well have stood there. */
function goesOn(standing: string, { occupant, slot }: Cell): boolean {
  if (occupant === null) return slot.position.productId === standing;
  return occupant.productId === null || occupant.productId === standing;
}

function farness(position: Position, thing: Free): { shelves: number; alongMm: number } {
  return {
    shelves:
      thing.shelfNumber === null
        ? Number.MAX_SAFE_INTEGER
        : Math.abs(thing.shelfNumber - position.shelfNumber),
    alongMm: Math.abs(thing.xMm - (position.xMm + position.widthMm / 2)),
  };
}

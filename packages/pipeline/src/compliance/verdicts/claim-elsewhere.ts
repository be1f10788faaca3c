import type { Position, Slot } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import type { Cell, UnassignedDetection } from '../align/alignment.ts';
import type { Layer } from '../align/layout.ts';
import { centreOf } from '../align/layout.ts';
import type { Elsewhere, PositionEvidence } from './position-evidence.ts';
import { swappedDetections } from './swapped-positions.ts';

type Claimable = Elsewhere & { xMm: number; unassigned: UnassignedDetection | null };

/**
 * Finds products that are absent from their own place elsewhere in the bay. A detection in another's place counts only when its
 * run does not begin in its own place: a block that spread into its neighbour's place is a wrong product there, not the lost
 * product of a third place. A single stray does not count either. Each detection is claimed once, on the same shelf first, then
 * by distance. Returns the unassigned detections without a claim.
 */
export function claimElsewhere(
  allEvidence: readonly PositionEvidence[],
  layers: readonly Layer[],
  cells: ReadonlyMap<Slot, Cell>,
  unassigned: readonly UnassignedDetection[],
): UnassignedDetection[] {
  const swapped = swappedDetections(allEvidence);
  const found = [...foreignDetections(layers, cells), ...unassigned.map(claimableUnassigned)].filter(
    ({ detection }) => !swapped.has(detection),
  );
  // A tall pack fills places of two layers but is one detection.
  const distinct = new Map(found.toReversed().map((thing) => [thing.detection, thing]));
  const claimable = Map.groupBy([...distinct.values()].toReversed(), ({ detection }) => detection.productId);
  const claims = allEvidence
    .filter(
      (positionEvidence) =>
        positionEvidence.right.length === 0 &&
        positionEvidence.visible.length > 0 &&
        positionEvidence.swapped === null,
    )
    .filter(
      (positionEvidence) =>
        positionEvidence.unidentified.length === 0 && positionEvidence.unsearched.length === 0,
    )
    .flatMap((positionEvidence) => {
      const things = claimable.get(positionEvidence.position.productId) ?? [];
      if (isStray(positionEvidence, things)) return [];
      return things.map((thing) => ({
        positionEvidence,
        thing,
        ...distanceTo(positionEvidence.position, thing),
      }));
    })
    .toSorted((a, b) => a.shelves - b.shelves || a.alongMm - b.alongMm);
  const claimed = new Set<Claimable>();
  for (const { positionEvidence, thing } of claims) {
    if (claimed.has(thing) || positionEvidence.elsewhere.length >= positionEvidence.cells.length) continue;
    claimed.add(thing);
    const { detection, shelfNumber, at } = thing;
    positionEvidence.elsewhere.push({ detection, shelfNumber, at });
  }
  const claimedUnassigned = new Set([...claimed].map((thing) => thing.unassigned));
  return unassigned.filter((one) => !claimedUnassigned.has(one));
}

/**
 * Returns whether the detections are one stray pack: in a place that would hold several of it, and not next to its own. A
 * shopper put it back there, or it was misread. The product did not move there; it is missing.
 */
function isStray({ position }: PositionEvidence, things: readonly Claimable[]): boolean {
  const at = things[0]?.at ?? null;
  if (things.length > 1 || at === null) return false;
  const isNextTo = at.shelfNumber === position.shelfNumber && Math.abs(at.sequence - position.sequence) === 1;
  return !isNextTo && capacityOf(at, position) > 1;
}

/** Returns how many packs of one position fit into the place of the other, at most as many as are planned there. */
function capacityOf({ widthMm, heightMm, facings }: Position, of: Position): number {
  const across = Math.floor((widthMm * of.facings.horizontal) / of.widthMm);
  const up = Math.floor((heightMm * of.facings.vertical) / of.heightMm);
  return Math.min(facings.horizontal, across) * Math.min(facings.vertical, Math.max(1, up));
}

/** Returns detections in places planned for another product, outside of runs that include their own place. */
function foreignDetections(layers: readonly Layer[], cells: ReadonlyMap<Slot, Cell>): Claimable[] {
  return layers.flatMap((layer) => {
    const row = layer.slots.flatMap((slot) => cells.get(slot) ?? []);
    return runsOf(row)
      .filter((run) => !run.some(isRight))
      .flatMap((run) =>
        [...new Set(run.map((cell) => cell.occupant))].flatMap((occupant) => claimableInPlace(occupant, run)),
      );
  });
}

function claimableInPlace(detection: Detection | null, run: readonly Cell[]): Claimable[] {
  const cell = run.find(({ occupant }) => occupant === detection);
  if (detection === null || detection.productId === null || cell === undefined) return [];
  const { position } = cell.slot;
  return [
    {
      detection,
      shelfNumber: position.shelfNumber,
      at: position,
      xMm: centreOf(cell.slot),
      unassigned: null,
    },
  ];
}

const claimableUnassigned = (unassigned: UnassignedDetection): Claimable => ({
  detection: unassigned.detection,
  shelfNumber: unassigned.shelfNumber,
  at: null,
  xMm: (unassigned.placed.leftMm + unassigned.placed.rightMm) / 2,
  unassigned,
});

const isRight = ({ occupant, slot }: Cell) => occupant?.productId === slot.position.productId;

function runsOf(row: readonly Cell[]): Cell[][] {
  const runs: Cell[][] = [];
  let runProductId: string | null = null;
  for (const cell of row) {
    const run = runs.at(-1);
    if (run !== undefined && runProductId !== null && continuesRun(runProductId, cell)) run.push(cell);
    else {
      runs.push([cell]);
      runProductId = cell.occupant?.productId ?? null;
    }
  }
  return runs;
}

/** Returns whether the cell continues a run. An unlabelled product does, and an empty place planned for the same product. */
function continuesRun(runProductId: string, { occupant, slot }: Cell): boolean {
  if (occupant === null) return slot.position.productId === runProductId;
  return occupant.productId === null || occupant.productId === runProductId;
}

function distanceTo(position: Position, thing: Claimable): { shelves: number; alongMm: number } {
  return {
    shelves:
      thing.shelfNumber === null
        ? Number.MAX_SAFE_INTEGER
        : Math.abs(thing.shelfNumber - position.shelfNumber),
    alongMm: Math.abs(thing.xMm - (position.xMm + position.widthMm / 2)),
  };
}

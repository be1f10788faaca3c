import type { Planogram, Position } from '../../planogram/model.ts';
import type { Alignment, Cell, Loose } from '../align/alignment.ts';
import { claimElsewhere } from './claim-elsewhere.ts';
import { giveAdjoining } from './give-adjoining.ts';
import type { Tally } from './tally.ts';
import { markTraded, tradedDetections } from './traded-places.ts';

/** Tallies in planogram order, and what belongs to none of them. */
export function tallyPositions(
  planogram: Planogram,
  alignment: Alignment,
): { tallies: Tally[]; extras: Loose[] } {
  const cells = Map.groupBy(alignment.cells.values(), (cell) => cell.slot.position);
  const tallies = planogram.positions.map((position) =>
    tallyOf(position, cells.get(position) ?? [], alignment.failure),
  );
  markTraded(tallies, alignment);
  const traded = tradedDetections(tallies);
  const unplanned = giveAdjoining(
    tallies,
    alignment.loose.filter(({ detection }) => !traded.has(detection)),
  );
  return { tallies, extras: claimElsewhere(tallies, alignment.layers, alignment.cells, unplanned) };
}

function tallyOf(position: Position, cells: Cell[], failure: string | null): Tally {
  const visible = cells.filter((cell) => cell.visible);
  const standing = visible.filter((cell) => cell.occupant !== null);
  const labelled = standing.filter((cell) => cell.occupant?.productId !== null);
  const nameless = standing.filter((cell) => cell.occupant?.productId === null);
  const bare = visible.filter((cell) => cell.occupant === null);
  return {
    position,
    cells,
    visible,
    right: labelled.filter((cell) => cell.occupant?.productId === position.productId),
    other: labelled.filter((cell) => cell.occupant?.productId !== position.productId),
    unknown: nameless.filter((cell) => cell.occupant?.identified === true),
    unidentified: nameless.filter((cell) => cell.occupant?.identified === false),
    empty: bare.filter((cell) => cell.looked),
    unlooked: bare.filter((cell) => !cell.looked),
    adjoining: [],
    elsewhere: [],
    traded: null,
    failure,
  };
}

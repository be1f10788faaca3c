import type { Planogram, Position } from '../../planogram/model.ts';
import type { Alignment, Cell, UnassignedDetection } from '../align/alignment.ts';
import { assignAdjoining } from './assign-adjoining.ts';
import { claimElsewhere } from './claim-elsewhere.ts';
import type { PositionEvidence } from './position-evidence.ts';
import { markSwapped, swappedDetections } from './swapped-positions.ts';

/** Collects the evidence of every position in planogram order, and the detections that belong to none. */
export function collectPositionEvidence(
  planogram: Planogram,
  alignment: Alignment,
): { allEvidence: PositionEvidence[]; extras: UnassignedDetection[] } {
  const cells = Map.groupBy(alignment.cells.values(), (cell) => cell.slot.position);
  const allEvidence = planogram.positions.map((position) =>
    evidenceOfPosition(position, cells.get(position) ?? [], alignment.failure),
  );
  markSwapped(allEvidence, alignment);
  const swapped = swappedDetections(allEvidence);
  const unplanned = assignAdjoining(
    allEvidence,
    alignment.unassigned.filter(({ detection }) => !swapped.has(detection)),
  );
  return { allEvidence, extras: claimElsewhere(allEvidence, alignment.layers, alignment.cells, unplanned) };
}

/** A registration is exact to a few hundredths of a place: with less in view the photo's edge cuts the place. */
const minWholeShare = 0.95;

/**
 * Returns whether what the photo shows of a place is evidence. Of a place that the photo's edge cuts, the rest may hold what
 * seems to be absent: a cut place can confirm its product, and contradict nothing.
 */
const isEvidence = ({ visible, shownShare, occupant, slot }: Cell): boolean =>
  visible && (shownShare >= minWholeShare || occupant?.productId === slot.position.productId);

function evidenceOfPosition(position: Position, cells: Cell[], failure: string | null): PositionEvidence {
  const visible = cells.filter(isEvidence);
  const occupied = visible.filter((cell) => cell.occupant !== null);
  const labelled = occupied.filter((cell) => cell.occupant?.productId !== null);
  const nameless = occupied.filter((cell) => cell.occupant?.productId === null);
  const bare = visible.filter((cell) => cell.occupant === null);
  return {
    position,
    cells,
    visible,
    right: labelled.filter((cell) => cell.occupant?.productId === position.productId),
    other: labelled.filter((cell) => cell.occupant?.productId !== position.productId),
    unknown: nameless.filter((cell) => cell.occupant?.identified === true),
    unidentified: nameless.filter((cell) => cell.occupant?.identified === false),
    empty: bare.filter((cell) => cell.searched),
    unsearched: bare.filter((cell) => !cell.searched),
    adjoining: [],
    elsewhere: [],
    swapped: null,
    failure,
  };
}

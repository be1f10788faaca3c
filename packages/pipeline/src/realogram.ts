import type { PlacementProblem } from '@gondola/db';

/** [x, y, width, height], each 0..1 of the oriented photo, origin top-left. */
export type Box = [number, number, number, number];

/** The content of a shelf as detected by a tier. */
export interface Realogram {
  detections: Detection[];
  /**
   * Homography from planogram millimetres to the photo (0..1), row-major 3x3, when the tier computed the registration
   * itself (tier 3). Null when alignment has to derive it from the detections.
   */
  planogramToPhoto: number[] | null;
  /** True when a model returned its maximum number of boxes: more may exist. */
  truncated: boolean;
  /** The shelf edges, bottom shelf first; absent when the tier does not read them. */
  shelfEdges?: ShelfEdge[];
  /** What stands between the camera and the bay; absent in rows of earlier releases and where the photo could not be placed. */
  covered?: CoveredRegion[];
  /** What is wrong with the view of the bay; with `planogramToPhoto: null` the reason why the plan could not be placed. */
  placementProblem?: PlacementProblem | null;
  /** With `OTHER_BAY`: the bay of the store that the photo most likely shows. */
  likelyBayId?: string;
}

/** A part of the photo in which something stands before the bay. */
export interface CoveredRegion {
  /**
   * Closed outlines, each x, y, x, y, ... in shares (0..1) of the oriented photo; they may reach beyond it. A point is covered
   * when it lies within an odd number of them.
   */
  outlines: number[][];
}

/**
 * The front edge of one shelf with its price tags. Tags show what is planned, never which products stand on the shelf.
 */
export interface ShelfEdge {
  shelfNumber: number;
  /** Number of tags seen; null when too little of the edge is visible to count. */
  tags: number | null;
  /** Tags per metre of visible edge; null when `tags` is null. */
  tagsPerMetre: number | null;
  codes: ShelfCode[];
}

/** A bar code read on a shelf edge. */
export interface ShelfCode {
  text: string;
  box: Box;
  /** The product of the planogram with this GTIN or SKU (a number of the store itself); null when no product has it. */
  productId: string | null;
  /** The position above the tag; null when none is planned there. */
  positionId: string | null;
}

export interface Detection {
  /** 'product': an object on a shelf. 'gap': an empty location. */
  kind: 'product' | 'gap';
  box: Box;
  /** The id of the recognised product; null when the object is not a product of the planogram. */
  productId: string | null;
  /** 0..1: confidence of the label, or of the object when it has no label. */
  confidence: number;
  /** The products that were compared with the detection, best first. */
  candidates: Candidate[];
  /** The planned slot of the detection, when the tier works slot by slot (tier 3). */
  slot: { positionId: string; column: number; row: number } | null;
  /** False when the identity was not assessed (no reference image): the slot is occupied by an unknown object. */
  identified: boolean;
  /** The measurements behind the decision, for review; absent when the tier does not work slot by slot. */
  sight?: SlotEvidence;
}

/**
 * The measurements behind the classification of one slot, relative to packs recognised with certainty in the same
 * photo.
 */
export interface SlotEvidence {
  /** Number of products compared with the slot. */
  compared: number;
  /**
   * Similarity of the best candidate: 1 is a typical correct match of this photo, below about 0.45 is no match. Null
   * without a candidate.
   */
  likeness: number | null;
  /** The similarity required for recognition. */
  needed: number;
  /** Lead over the second-best product; null without one. */
  lead: number | null;
  /** Contrast of the print relative to recognised packs; an empty slot has little. */
  contrast: number;
  /** Brightness relative to recognised packs. */
  brightness: number;
  /** Distance from grey, and its variation down the slot, in Lab units. */
  colour: number;
  colourVariation: number;
  /** 0..1: probability that a pack front is visible. */
  occupancy: number;
  /** 'place': found in its planned slot. 'shelf': found by a search along the shelf, outside the planned slots. */
  foundBy: 'place' | 'shelf' | null;
}

export interface Candidate {
  productId: string;
  /** 0..1, comparable only within one detection. */
  score: number;
}

/** [x, y, width, height], each 0..1 of the oriented photo, origin top-left. */
export type Box = [number, number, number, number];

/** What is really on the shelf, as a tier saw it. */
export interface Realogram {
  detections: Detection[];
  /**
   * Planogram millimetres to photo (0..1), row-major 3x3, when the tier registered the two itself (tier 3);
   * null when alignment has to find it from the detections.
   */
  planogramToPhoto: number[] | null;
  /** True when a model returned as many boxes as it can: there may be more. */
  truncated: boolean;
  /** What the shelves' edges show, bottom shelf first; absent when the tier did not look. */
  shelfEdges?: ShelfEdge[];
}

/** The lip of one shelf: its price tags. Evidence of what is planned there, never of what stands there. */
export interface ShelfEdge {
  shelfNumber: number;
  /** Tags seen; null when too little of the lip shows to count. */
  tags: number | null;
  /** Tags for one metre of lip in view; null with `tags`. */
  tagsPerMetre: number | null;
  codes: ShelfCode[];
}

/** A bar code that was read on a shelf's lip. */
export interface ShelfCode {
  text: string;
  box: Box;
  /** The planogram's product it names by GTIN or by SKU (a store's own number); null: none. */
  productId: string | null;
  /** The position above the tag; null: none is planned there. */
  positionId: string | null;
}

export interface Detection {
  /** 'product': something that stands on a shelf. 'gap': an empty place. */
  kind: 'product' | 'gap';
  box: Box;
  /** The recognised product's id, or null: seen, but not one of the planogram's products. */
  productId: string | null;
  /** 0..1, of the label when there is one, else of the object. */
  confidence: number;
  /** The products it was compared with, best first. */
  candidates: Candidate[];
  /** The expected place that the tier looked at, when it looks place by place (tier 3). */
  slot: { positionId: string; column: number; row: number } | null;
  /** False when the identity was not assessed (no reference image): occupied, by something. */
  identified: boolean;
  /** What decided, for a person who checks it; absent when the tier does not look place by place. */
  sight?: PlaceSight;
}

/** How one place was judged. Numbers compare with the packs that were surely recognised in the same photo. */
export interface PlaceSight {
  /** Products held against the place. */
  compared: number;
  /** Likeness of the best candidate: 1 is a typical right pack of this photo, below about 0.45 nothing; null: none to compare. */
  likeness: number | null;
  /** The likeness that it had to reach to be recognised. */
  needed: number;
  /** How far it is ahead of the next product; null without one. */
  lead: number | null;
  /** Contrast of the print, as a share of that of recognised packs: an empty place shows little. */
  contrast: number;
  /** Brightness, as a share of that of recognised packs. */
  brightness: number;
  /** Distance from grey and its variation down the place, in Lab units. */
  colour: number;
  colourVariation: number;
  /** 0..1: that a pack front shows at all. */
  occupancy: number;
  /** 'place': where it is planned. 'shelf': by a search along the shelf, off the planned places. */
  foundBy: 'place' | 'shelf' | null;
}

export interface Candidate {
  productId: string;
  /** 0..1, comparable only within one detection. */
  score: number;
}

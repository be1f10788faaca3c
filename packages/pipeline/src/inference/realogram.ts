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
}

export interface Candidate {
  productId: string;
  /** 0..1, comparable only within one detection. */
  score: number;
}

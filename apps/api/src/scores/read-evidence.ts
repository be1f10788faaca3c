import type { FacingFound } from '@gondola/pipeline/compliance';

/** Evidence as stored in rows: many releases wrote it, so every part is checked before use. */

export const facingsFound = [
  'PLANNED_PRODUCT',
  'OTHER_PRODUCT',
  'UNKNOWN_PRODUCT',
  'NOT_IDENTIFIED',
  'EMPTY',
  'NOT_LOOKED_AT',
  'COVERED',
  'NOT_VISIBLE',
] as const satisfies readonly FacingFound[];

export const sightsFoundBy = ['place', 'shelf'] as const;

export interface ReadCandidate {
  productId: string;
  score: number;
}

export interface ReadSight {
  compared: number;
  likeness: number | null;
  needed: number;
  lead: number | null;
  contrast: number;
  brightness: number;
  colour: number;
  colourVariation: number;
  occupancy: number;
  foundBy: (typeof sightsFoundBy)[number] | null;
}

export interface ReadFacing {
  column: number;
  row: number;
  place: number[] | null;
  found: FacingFound;
  seenProductId: string | null;
  confidence: number | null;
  candidates: ReadCandidate[];
  sight: ReadSight | null;
}

export interface ReadTag {
  text: string;
  box: number[] | null;
  productId: string | null;
  positionId: string | null;
}

/** Returns null when the row has no evidence of single facings. A facing without its required fields is left out. */
export const readFacings = (evidence: unknown): ReadFacing[] | null => {
  const { facings } = recordOf(evidence);
  return Array.isArray(facings) ? facings.flatMap(readFacing) : null;
};

/** Returns null when the row has no shelf tags. */
export const readTags = (evidence: unknown): ReadTag[] | null => {
  const { tags } = recordOf(evidence);
  return Array.isArray(tags) ? tags.flatMap(readTag) : null;
};

/** Returns the boxes of the counted facings; empty when the row has none. */
export const readFacingBoxes = (evidence: unknown): number[][] => {
  const { facingBoxes } = recordOf(evidence);
  return Array.isArray(facingBoxes) ? facingBoxes.flatMap((box) => (boxOf(box) === null ? [] : [box])) : [];
};

export const readFacingsJudged = (evidence: unknown): number | null =>
  numberOf(recordOf(evidence).facingsJudged);

function readFacing(value: unknown): ReadFacing[] {
  const { column, row, place, found, seenProductId, confidence, candidates, sight } = recordOf(value);
  const known = facingsFound.find((word) => word === found);
  if (!Number.isInteger(column) || !Number.isInteger(row) || !known) return [];
  return [
    {
      column: Number(column),
      row: Number(row),
      place: boxOf(place),
      found: known,
      seenProductId: textOf(seenProductId),
      confidence: numberOf(confidence),
      candidates: Array.isArray(candidates) ? candidates.flatMap(readCandidate) : [],
      sight: readSight(sight),
    },
  ];
}

function readCandidate(value: unknown): ReadCandidate[] {
  const { productId, score } = recordOf(value);
  const [id, known] = [textOf(productId), numberOf(score)];
  return id !== null && known !== null ? [{ productId: id, score: known }] : [];
}

function readSight(value: unknown): ReadSight | null {
  const sight = recordOf(value);
  const figures = ['needed', 'contrast', 'brightness', 'colour', 'colourVariation', 'occupancy'] as const;
  const read = figures.map((name) => numberOf(sight[name]));
  if (!Number.isInteger(sight.compared) || read.includes(null)) return null;
  const [needed = 0, contrast = 0, brightness = 0, colour = 0, colourVariation = 0, occupancy = 0] =
    read as number[];
  return {
    compared: Number(sight.compared),
    likeness: numberOf(sight.likeness),
    needed,
    lead: numberOf(sight.lead),
    contrast,
    brightness,
    colour,
    colourVariation,
    occupancy,
    foundBy: sightsFoundBy.find((word) => word === sight.foundBy) ?? null,
  };
}

function readTag(value: unknown): ReadTag[] {
  const { text, box, productId, positionId } = recordOf(value);
  return typeof text === 'string'
    ? [{ text, box: boxOf(box), productId: textOf(productId), positionId: textOf(positionId) }]
    : [];
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const boxOf = (value: unknown): number[] | null =>
  Array.isArray(value) && value.length === 4 && value.every((side) => numberOf(side) !== null)
    ? (value as number[])
    : null;

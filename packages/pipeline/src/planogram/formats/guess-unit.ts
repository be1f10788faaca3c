import { median } from '../../math/median.ts';

export interface Unit {
  unitMm: number;
  name: string;
}

interface Drawing {
  bayWidth: number | null;
  bayHeight: number;
  productHeights: number[];
}

const units: Unit[] = [
  { unitMm: 1, name: 'millimetres' },
  { unitMm: 10, name: 'centimetres' },
  { unitMm: 25.4, name: 'inches' },
  { unitMm: 1000, name: 'metres' },
];

/** Approximate sizes of a common bay and its products. */
const usual = { bayWidthMm: 1_200, bayHeightMm: 1_800, productHeightMm: 180 };

/**
 * Returns the unit with which the drawing most resembles a bay of a shop. The measure is the sum of squared log ratios of bay
 * width, bay height and median product height to the usual ones. A null width is ignored, since a drawing may show several
 * bays.
 */
export function guessUnit(drawing: Drawing, among: readonly Unit[] = units): Unit {
  return among.reduce((best, unit) => (unitDoubt(drawing, unit) < unitDoubt(drawing, best) ? unit : best));
}

/** Returns how little the drawing resembles a bay of a shop in this unit: 0 for a usual one, 0.9 for a factor of 2.6. */
export function unitDoubt(drawing: Drawing, { unitMm }: Unit): number {
  return (
    oddness(drawing.bayWidth, unitMm, usual.bayWidthMm) +
    oddness(drawing.bayHeight, unitMm, usual.bayHeightMm) +
    oddness(median(drawing.productHeights), unitMm, usual.productHeightMm)
  );
}

const oddness = (length: number | null, unitMm: number, usualMm: number) =>
  length === null ? 0 : Math.log((length * unitMm) / usualMm) ** 2;

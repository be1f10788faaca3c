import { median } from '../../math/median.ts';

export interface Unit {
  unitMm: number;
  name: string;
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
export function guessUnit(
  drawing: { bayWidth: number | null; bayHeight: number; productHeights: number[] },
  among: readonly Unit[] = units,
): Unit {
  const productHeight = median(drawing.productHeights);
  const strangeness = ({ unitMm }: Unit) =>
    oddness(drawing.bayWidth, unitMm, usual.bayWidthMm) +
    oddness(drawing.bayHeight, unitMm, usual.bayHeightMm) +
    oddness(productHeight, unitMm, usual.productHeightMm);
  return among.reduce((best, unit) => (strangeness(unit) < strangeness(best) ? unit : best));
}

const oddness = (length: number | null, unitMm: number, usualMm: number) =>
  length === null ? 0 : Math.log((length * unitMm) / usualMm) ** 2;

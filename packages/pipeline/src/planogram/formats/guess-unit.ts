import { median } from '../median.ts';

const units = [
  { unitMm: 1, name: 'millimetres' },
  { unitMm: 10, name: 'centimetres' },
  { unitMm: 25.4, name: 'inches' },
  { unitMm: 1000, name: 'metres' },
];

/** A common bay and the products on it: what a drawing should measure about. */
const usual = { bayWidthMm: 1_200, bayHeightMm: 1_800, productHeightMm: 180 };

/**
 * The unit that makes the drawing most like a bay of a shop: least sum of squared log ratios of bay width, bay height and
 * median product height to the usual ones.
 */
export function guessUnit(drawing: { width: number; height: number; productHeights: number[] }): {
  unitMm: number;
  name: string;
} {
  const strangeness = (unitMm: number) =>
    Math.log((drawing.width * unitMm) / usual.bayWidthMm) ** 2 +
    Math.log((drawing.height * unitMm) / usual.bayHeightMm) ** 2 +
    Math.log(
      ((median(drawing.productHeights) ?? usual.productHeightMm / unitMm) * unitMm) / usual.productHeightMm,
    ) **
      2;
  return units.reduce((best, unit) => (strangeness(unit.unitMm) < strangeness(best.unitMm) ? unit : best));
}

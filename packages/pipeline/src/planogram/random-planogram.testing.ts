import fc from 'fast-check';
import type { Suggested } from './formats/planogram-format.ts';
import { checkDigitOf } from './gtin.ts';
import type { Planogram } from './model.ts';
import { parsePlanogram } from './parse-planogram.ts';

/** Characters that are difficult for text formats: separators, quotes, escapes, formula prefixes, letters of cp1252. */
const letters = fc.constantFrom(...'abcXYZ019 ,;"\'\\=+-@%()äöüßéÑ€™');
const phrase = fc
  .string({ unit: letters, minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const tenths = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);
const gtin13 = fc
  .tuple(fc.constantFrom('003', '400', '690'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([prefix, item]) => prefix + String(item).padStart(9, '0'))
  .map((body) => body + checkDigitOf(body));

const product = fc.record({
  gtin: fc.option(gtin13),
  name: phrase,
  brand: fc.option(phrase),
  category: fc.option(phrase),
  widthMm: tenths(20, 120),
  heightMm: tenths(40, 200),
  depthMm: fc.option(tenths(20, 120)),
});
const item = fc.record({
  product: fc.nat(),
  gapMm: tenths(0, 40),
  horizontal: fc.integer({ min: 1, max: 4 }),
  vertical: fc.integer({ min: 1, max: 2 }),
  depth: fc.integer({ min: 1, max: 5 }),
  liftMm: tenths(0, 20),
  orientation: fc.constantFrom('front', 'front', 'side', 'top 90', 'back 270', 'base 180'),
});
const plan = fc.record({
  products: fc.uniqueArray(product, {
    minLength: 1,
    maxLength: 6,
    selector: ({ gtin }) => gtin ?? Symbol('none'),
  }),
  shelves: fc.array(fc.array(item, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
  boardMm: tenths(10, 40),
  code: phrase,
  label: phrase,
});

/** Room above a board for two of the tallest product, with an offset. */
const pitchMm = 460;

/** Any planogram of our own format, with all positions inside the bay. */
export const randomPlanogram = plan.map(
  ({ products, shelves, boardMm, code, label }): { planogram: Planogram; suggested: Suggested } => {
    const heightMm = pitchMm * shelves.length + boardMm;
    let count = 0;
    const rows = shelves.map((items, i) => {
      const yMm = heightMm - boardMm - i * pitchMm;
      let xMm = 0;
      const positions = items.map(
        ({ product: pick, gapMm, horizontal, vertical, depth, liftMm, orientation }) => {
          const index = pick % products.length;
          const { widthMm, heightMm: productMm } = products[index] ?? { widthMm: 50, heightMm: 50 };
          const block = { widthMm: round(widthMm * horizontal + 0.4), heightMm: round(productMm * vertical) };
          const left = round(xMm + gapMm);
          xMm = left + block.widthMm;
          return {
            id: `p${++count}`,
            sku: `S${index}`,
            shelf: `shelf ${i}`,
            xMm: left,
            yMm: round(yMm - block.heightMm - liftMm),
            ...block,
            facings: { horizontal, vertical, depth },
            orientation,
          };
        },
      );
      return { yMm, positions, endMm: xMm };
    });
    const widthMm = round(Math.max(...rows.map(({ endMm }) => endMm)) + 10);
    const file = {
      format: 'gondola-planogram/1',
      code,
      label,
      effectiveFrom: '2026-11-23T06:00:00Z',
      widthMm,
      heightMm: round(heightMm),
      shelves: rows.map(({ yMm }, i) => ({
        id: `shelf ${i}`,
        xMm: 0,
        yMm: round(yMm),
        widthMm,
        heightMm: boardMm,
      })),
      products: products.map((said, i) => ({ sku: `S${i}`, ...said })),
      positions: rows.flatMap(({ positions }) => positions),
    };
    const parsed = parsePlanogram('gondola', JSON.stringify(file));
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    return parsed;
  },
);

const round = (value: number) => Math.round(value * 10) / 10;

/** Returns the planogram with only its planned products, in the order of SKUs, as formats without a catalogue hold it. */
export function planned(planogram: Planogram): Planogram {
  const used = new Set(planogram.positions.map(({ productId }) => productId));
  return {
    ...planogram,
    products: planogram.products
      .filter(({ id }) => used.has(id))
      .toSorted((a, b) => a.sku.localeCompare(b.sku)),
  };
}

import { type GridPattern, gridOfImage } from './grid-pattern.ts';
import type { ProductTemplate } from './product-template.ts';

const shape = { columns: 4, rows: 6 };
/** From this grid correlation on two references may be confused; variants of one design have 0.6 and more. */
const minAlikeCosine = 0.25;

const known = new WeakMap<readonly ProductTemplate[], number[][]>();

/** Returns the indices of products that resemble this one; prepared once per plan. */
export function lookAlikesOf(
  productTemplates: readonly ProductTemplate[],
  productIndex: number,
): readonly number[] {
  let lookAlikes = known.get(productTemplates);
  if (lookAlikes === undefined) {
    const patterns = productTemplates.map((f) => f.images.map((image) => gridOfImage(image, shape)));
    lookAlikes = patterns.map((mine, i) =>
      patterns.flatMap((others, j) =>
        j !== i && mine.some((a) => others.some((b) => cosine(a, b) > minAlikeCosine)) ? [j] : [],
      ),
    );
    known.set(productTemplates, lookAlikes);
  }
  return lookAlikes[productIndex] ?? [];
}

function cosine(a: GridPattern, b: GridPattern): number {
  let dot = 0;
  for (let i = 0; i < a.values.length; i++) dot += (a.values[i] ?? 0) * (b.values[i] ?? 0);
  return dot;
}

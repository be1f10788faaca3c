import type { Figure } from './figure.ts';
import { type GridPattern, gridOfImage } from './grid-pattern.ts';

const shape = { columns: 4, rows: 6 };
/** Grid correlation of two references from which they might be taken for each other; variants of a design have 0.6 and more. */
const alike = 0.25;

const known = new WeakMap<readonly Figure[], number[][]>();

/** The figures that look somewhat like this one, by index; prepared once per plan. */
export function kinOf(figures: readonly Figure[], figure: number): readonly number[] {
  let kin = known.get(figures);
  if (kin === undefined) {
    const patterns = figures.map((f) => f.images.map((image) => gridOfImage(image, shape)));
    kin = patterns.map((mine, i) =>
      patterns.flatMap((others, j) =>
        j !== i && mine.some((a) => others.some((b) => cosine(a, b) > alike)) ? [j] : [],
      ),
    );
    known.set(figures, kin);
  }
  return kin[figure] ?? [];
}

function cosine(a: GridPattern, b: GridPattern): number {
  let dot = 0;
  for (let i = 0; i < a.values.length; i++) dot += (a.values[i] ?? 0) * (b.values[i] ?? 0);
  return dot;
}

import { z } from 'zod';
import { readGtin } from '../../planogram/gtin.ts';
import type { Planogram } from '../../planogram/model.ts';

/** How a model's labels are read; the JSON of a label map is `map` alone or the whole of it. */
export const labelSettingsSchema = z.strictObject({
  /** Label to a product's id, SKU, GTIN or name, or to one of the words below. */
  map: z.record(z.string(), z.string().min(1)).default({}),
  /** Labels of an empty place. */
  gapLabels: z.array(z.string().min(1)).default(['__gap__']),
  /** Labels of a product without identity (a detector with one class). */
  objectLabels: z.array(z.string().min(1)).default(['__product__']),
});

export type LabelSettings = z.output<typeof labelSettingsSchema>;

export const plainLabels: LabelSettings = labelSettingsSchema.parse({});

/**
 * Reads the text of a label map's file: `{"label": "product"}`, or the settings with `map`, `gapLabels`, `objectLabels`.
 * @throws Error that names every problem.
 */
export function readLabelSettings(text: string): LabelSettings {
  const plain = z.record(z.string(), z.string().min(1)).transform((map) => ({ ...plainLabels, map }));
  const parsed = z.union([plain, labelSettingsSchema]).safeParse(parseJson(text));
  if (!parsed.success)
    throw new Error(
      `The label map does not fit: ${z.prettifyError(parsed.error)}. It is {"label": "sku, GTIN, name or id"}.`,
    );
  return parsed.data;
}

export type LabelMeaning =
  | { kind: 'gap' }
  /** `productId` null: none of the planogram's products. `identified` false: the identity was not assessed. */
  | { kind: 'product'; productId: string | null; identified: boolean };

/**
 * Returns a reader of labels for one planogram: by the map first, then exact SKU, GTIN, then name ignoring case and spaces.
 * Where a label names several products, the only planned one wins over those that are no more than possible on the shelf.
 */
export function labelReader(
  settings: LabelSettings,
  { products, positions }: Planogram,
): (label: string) => LabelMeaning {
  const planned = new Set(positions.map(({ productId }) => productId));
  const onlyOnes = (pairs: readonly (readonly string[])[]) => uniqueTargets(pairs, planned);
  const map = new Map(Object.entries(settings.map));
  const gaps = new Set(settings.gapLabels);
  const objects = new Set(settings.objectLabels);
  const ids = new Map(products.map((p) => [p.id, p.id]));
  const skus = onlyOnes(products.map((p) => [p.sku, p.id]));
  const gtins = onlyOnes(
    products.flatMap((p) => (p.gtin === null ? [] : [[gtinOf(p.gtin) ?? p.gtin, p.id]])),
  );
  const names = onlyOnes(products.map((p) => [folded(p.name), p.id]));

  const idOf = (word: string, ownIdsToo: boolean): string | null =>
    (ownIdsToo ? ids.get(word) : undefined) ??
    skus.get(word) ??
    gtins.get(gtinOf(word) ?? '') ??
    names.get(folded(word)) ??
    null;

  return (label) => {
    const mapped = map.get(label);
    const word = mapped ?? label;
    if (gaps.has(word)) return { kind: 'gap' };
    if (objects.has(word)) return { kind: 'product', productId: null, identified: false };
    // A model does not know product ids: only the author of a label map does.
    return { kind: 'product', productId: idOf(word, mapped !== undefined), identified: true };
  };
}

/** Maps keys to products; a key that several products share maps to the only planned one of them, else to none. */
function uniqueTargets(
  pairs: readonly (readonly string[])[],
  planned: ReadonlySet<string>,
): Map<string, string | null> {
  const sharing = new Map<string, Set<string>>();
  for (const [key = '', id = ''] of pairs) sharing.set(key, (sharing.get(key) ?? new Set()).add(id));
  return new Map(
    [...sharing].map(([key, ids]) => {
      const candidates = ids.size === 1 ? [...ids] : [...ids].filter((id) => planned.has(id));
      return [key, candidates.length === 1 ? (candidates[0] ?? null) : null];
    }),
  );
}

function gtinOf(text: string): string | null {
  const reading = readGtin(text);
  return 'gtin' in reading ? reading.gtin : null;
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The label map is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

import type { ProductPlan } from '../lay-out/plan.ts';
import { planogramLimits } from '../limits.ts';
import { type CodeReading, noteCodes, readCode } from '../product-code.ts';
import type { CsvColumn } from './columns.ts';
import type { CsvFile, CsvReader } from './read-rows.ts';

export interface CsvProducts {
  products: ProductPlan[];
  /** The product of each row; a row without an identifiable product is left out. */
  ofRow: Map<CsvReader, string>;
  notes: string[];
}

/** Reads the products from the rows that name them. Rows may complete each other but not contradict. */
export function readProducts({ header }: CsvFile, rows: readonly CsvReader[]): CsvProducts {
  const codes = new Map<string, CodeReading>();
  const named = rows.flatMap((row) => {
    const sku = row.text('sku');
    const gtin = readGtinCell(row, codes);
    if (sku === null && gtin === null && row.raw('gtin') === '') row.lacks('sku');
    return sku === null && gtin === null ? [] : [{ row, sku, gtin }];
  });
  // A row may name its product by GTIN alone where another row has the SKU too.
  const skuOfGtin = new Map(
    named.flatMap(({ sku, gtin }) => (sku !== null && gtin !== null ? [[gtin, sku] as const] : [])),
  );
  const unit = (column: CsvColumn) => header.columns.get(column)?.unitMm ?? 10;
  const sizeMm = (row: CsvReader, column: CsvColumn) => timesUnit(row.size(column), unit(column));

  const products = new Map<string, ProductPlan>();
  const ofRow = new Map<CsvReader, string>();
  for (const { row, sku, gtin } of named) {
    const id = sku ?? skuOfGtin.get(gtin ?? '') ?? gtin ?? '';
    ofRow.set(row, id);
    const said: Said = {
      gtin,
      name: row.text('name', planogramLimits.nameLength),
      brand: row.text('brand', planogramLimits.nameLength),
      category: row.text('category', planogramLimits.nameLength),
      widthMm: sizeMm(row, 'product_w'),
      heightMm: sizeMm(row, 'product_h'),
      depthMm: sizeMm(row, 'product_d'),
    };
    const product = products.get(id);
    if (product === undefined) {
      products.set(id, { id, sku: id, line: row.line, ...said, name: said.name ?? '' });
    } else merge(product, said, row);
  }
  for (const product of products.values()) product.name ||= product.sku;
  return { products: [...products.values()], ofRow, notes: noteCodes([...codes.values()]) };
}

function readGtinCell(row: CsvReader, codes: Map<string, CodeReading>): string | null {
  const text = row.raw('gtin');
  if (text === '') return null;
  const reading = readCode(text);
  if ('problem' in reading) {
    row.fault(
      'gtin',
      'GTIN_INVALID',
      `holds “${text.slice(0, 40)}”, which is not a GTIN: ${reading.problem}`,
    );
    return null;
  }
  codes.set(reading.gtin, reading);
  return reading.gtin;
}

type Said = Pick<ProductPlan, 'gtin' | 'brand' | 'category' | 'widthMm' | 'heightMm' | 'depthMm'> & {
  name: string | null;
};

const columnOf: Record<keyof Said, CsvColumn> = {
  gtin: 'gtin',
  name: 'name',
  brand: 'brand',
  category: 'category',
  widthMm: 'product_w',
  heightMm: 'product_h',
  depthMm: 'product_d',
};

function merge(product: ProductPlan, said: Said, row: CsvReader): void {
  const known: Record<string, string | number | null> = { ...product, name: product.name || null };
  for (const [field, column] of Object.entries(columnOf) as [keyof Said, CsvColumn][]) {
    const value = said[field];
    const before = known[field] ?? null;
    if (value === null || value === before) continue;
    if (before === null) Object.assign(product, { [field]: value });
    else {
      row.fault(
        column,
        'ROWS_DISAGREE',
        `is “${row.raw(column)}” for product “${product.sku}”, but line ${product.line} says otherwise`,
      );
    }
  }
}

/** Converts to millimetres, rounded to four decimals, so that noise of the conversion does not make rows disagree. */
export const timesUnit = (value: number | null, unitMm: number) =>
  value === null ? null : Math.round(value * unitMm * 1e4) / 1e4;

import { type CheckDigitForm, checkDigitFormOf, isShortUpc } from '../check-digit-form.ts';
import { cleanCode } from '../clean-code.ts';
import type { Draft } from '../draft.ts';
import { planogramLimits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { type CodeReading, gtinOfUpc, noteCodes } from '../product-code.ts';
import type { RowReader } from '../text/row-reader.ts';
import type { PsaColumn } from './columns.ts';
import { indexProducts } from './index-products.ts';
import { lengthOrNull, type PsaPosition } from './read-position.ts';
import type { ProductKey } from './read-project.ts';
import { isOf, type PsaRecord, readFields } from './read-records.ts';

export interface PsaProducts {
  products: Draft['products'];
  lines: number[];
  ofPosition: Map<PsaPosition, Draft['products'][number]>;
  notes: string[];
}

/** Reads the products of the positions. A product without a record is created from its positions. */
export function readProducts(
  records: readonly PsaRecord[],
  positions: readonly PsaPosition[],
  key: ProductKey | null,
  problems: Problem[],
): PsaProducts {
  const index = indexProducts(records, key);
  const holders = new Map<PsaRecord<'Product'> | string, PsaPosition[]>();
  for (const position of positions) {
    const found = index.find(position.upc, position.id);
    if (found.length > 1) {
      const lines = found.map(({ line }) => line).join(' and ');
      position.fields.fault(
        'upc',
        'REFERENCE_UNKNOWN',
        `“${position.upc || position.id}” is that of the products in lines ${lines}, which differ`,
      );
      continue;
    }
    const holder = found[0] ?? JSON.stringify([position.upc, position.id]);
    holders.set(holder, [...(holders.get(holder) ?? []), position]);
  }

  const form = checkDigitFormOf(upcsOf(records, positions));
  const result: PsaProducts = { products: [], lines: [], ofPosition: new Map(), notes: [] };
  const codes: CodeReading[] = [];
  const skus = new Set<string>();
  const made: string[] = [];
  const twins: string[] = [];
  const misprints: string[] = [];
  const unclear: string[] = [];
  for (const [holder, held] of holders) {
    const [first] = held;
    if (first === undefined) continue;
    const said = typeof holder === 'string' ? null : readFields(holder, problems);
    const upc = said?.text('upc') ?? first.upc;
    const id = said?.text('id') ?? first.id;
    const sku = [id || upc, `${id}/${upc}`].find((candidate) => !skus.has(candidate)) ?? `${id}/${upc}`;
    skus.add(sku);
    if (said === null) made.push(sku);
    const code = gtinOfUpc(upc, id, form);
    const isTwin = code !== null && codes.some(({ gtin }) => gtin === code.gtin);
    if (code !== null && !isTwin) codes.push(code);
    if (isTwin) twins.push(sku);
    if (code === null && isMisprint(upc, form)) misprints.push(sku);
    if (code === null && form === 'unclear' && isShortUpc(cleanCode(upc))) unclear.push(sku);
    const product = {
      id: sku,
      sku,
      gtin: isTwin ? null : (code?.gtin ?? null),
      name: said?.text('name', planogramLimits.nameLength) ?? sku,
      brand: said?.text('brand', planogramLimits.nameLength) ?? null,
      category: said?.text('category', planogramLimits.nameLength) ?? null,
      ...readSize(said, held),
    };
    result.products.push(product);
    result.lines.push(said?.line ?? first.line);
    for (const position of held) result.ofPosition.set(position, product);
  }
  result.notes = [
    ...noteMade(made),
    ...(misprints.length === 0
      ? []
      : [
          `The UPC of ${listed(misprints)} has a wrong check digit; taken as a number of the retailer’s own.`,
        ]),
    ...(unclear.length === 0
      ? []
      : [
          `The UPC of ${listed(unclear)} may lack its first zero or its check digit, and the file does not say which; imported without GTIN.`,
        ]),
    ...(twins.length === 0
      ? []
      : [`Another product has the same GTIN as ${listed(twins)}, which therefore get none.`]),
    ...noteCodes(codes),
  ];
  return result;
}

function* upcsOf(records: readonly PsaRecord[], positions: readonly PsaPosition[]): Iterable<string> {
  for (const { cells } of records.filter(isOf('Product'))) yield cells[1] ?? '';
  for (const { upc } of positions) yield upc;
}

/** Returns whether a UPC has all its digits but a wrong check digit. */
function isMisprint(upc: string, form: CheckDigitForm): boolean {
  const digits = cleanCode(upc);
  return /^\d{12,14}$/.test(digits) || (form === 'with check digit' && isShortUpc(digits));
}

/** Reads the size of a product; a missing size follows from a block that shows the product's front. */
function readSize(
  said: RowReader<PsaColumn<'Product'>> | null,
  held: readonly PsaPosition[],
): { width: number; height: number; depth: number | null } {
  const front = held.find(({ orientation }) => orientation.name === 'front') ?? held[0];
  const part = (size: number | null | undefined, facings: number | undefined) =>
    size === null || size === undefined ? null : size / (facings ?? 1);
  const width = (said && lengthOrNull(said, 'width')) ?? part(front?.width, front?.facings.horizontal);
  const height = (said && lengthOrNull(said, 'height')) ?? part(front?.height, front?.facings.vertical);
  for (const [column, size] of [
    ['width', width],
    ['height', height],
  ] as const) {
    if (size === null)
      (said ?? front?.fields)?.fault(
        column,
        'FIELD_MISSING',
        'is missing, and no block of the product shows it',
      );
  }
  return { width: width ?? 0, height: height ?? 0, depth: said && lengthOrNull(said, 'depth') };
}

function noteMade(skus: string[]): string[] {
  if (skus.length === 0) return [];
  return [`The file has no Product record for ${listed(skus)}; made from what the positions say.`];
}

const listed = (skus: string[]) =>
  skus.slice(0, 5).join(', ') + (skus.length > 5 ? ` and ${skus.length - 5} more` : '');

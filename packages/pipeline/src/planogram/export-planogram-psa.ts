import type { Suggested } from './formats/planogram-format.ts';
import { type PsaTag, psaColumns } from './formats/psa/columns.ts';
import { writeIdentity } from './formats/psa/identity-comment.ts';
import { orientationIndex } from './formats/psa/read-orientation.ts';
import { psaFirstLine } from './formats/psa/read-records.ts';
import { encodeText } from './formats/text/encode-text.ts';
import type { Planogram, Position, Product } from './model.ts';

/** Codes of the Project record: products are identified by UPC and ID, lengths are centimetres. */
const project = { key: 2, unit: 1 };
const mmPerUnit = 10;

/**
 * Writes the planogram as a ProSpace file in centimetres, y up from the floor, positions after their fixture. The code
 * page is Windows-1252, as programs expect; with other characters UTF-8.
 */
export function exportPlanogramPsa(planogram: Planogram, identity: Suggested = {}): string {
  const records = writeRecords(planogram, identity);
  const write = (codePage: number) =>
    `${[psaFirstLine, '; Version 2018.1.0', `; Codepage=${codePage}`, writeIdentity(identity), ...records].join('\r\n')}\r\n`;
  return encodeText(write(1252), 'windows-1252') === null ? write(65001) : write(1252);
}

function writeRecords(planogram: Planogram, identity: Suggested): string[] {
  const { widthMm, heightMm, shelves, positions } = planogram;
  const products = new Map(planogram.products.map((product) => [product.id, product]));
  return [
    record('Project', { name: identity.name ?? identity.code ?? 'Planogram', ...project }),
    ...planogram.products.map(writeProduct),
    record('Planogram', {
      name: identity.code ?? identity.name ?? 'Planogram',
      key: 1,
      width: unit(widthMm),
      height: unit(heightMm),
      effective: identity.effectiveFrom,
      finished: identity.effectiveTo,
      id: identity.code,
    }),
    record('Segment', { key: 1, width: unit(widthMm), offsetX: 0 }),
    ...shelves.flatMap((shelf) => [
      record('Fixture', {
        type: 0,
        name: shelf.id,
        key: shelf.number,
        x: unit(shelf.xMm),
        width: unit(shelf.widthMm),
        y: unit(heightMm - shelf.yMm - shelf.heightMm),
        height: unit(shelf.heightMm),
        merchStyle: -1,
      }),
      ...positions
        .filter(({ shelfNumber }) => shelfNumber === shelf.number)
        .map((position) => writePosition(position, heightMm, products.get(position.productId))),
    ]),
  ];
}

const writeProduct = (product: Product): string =>
  record('Product', {
    upc: upcOf(product),
    id: product.sku,
    name: product.name,
    width: unit(product.widthMm),
    height: unit(product.heightMm),
    depth: product.depthMm === null ? 0 : unit(product.depthMm),
    category: product.category,
    brand: product.brand,
  });

const writePosition = (position: Position, heightMm: number, product: Product | undefined): string =>
  record('Position', {
    upc: product === undefined ? '' : upcOf(product),
    id: product?.sku ?? position.productId,
    key: position.id,
    x: unit(position.xMm),
    width: unit(position.widthMm),
    y: unit(heightMm - position.yMm - position.heightMm),
    height: unit(position.heightMm),
    merchStyle: -1,
    hFacings: position.facings.horizontal,
    vFacings: position.facings.vertical,
    dFacings: position.facings.depth,
    orientation: orientationIndex(position.orientation) ?? 0,
  });

/** Thirteen digits are a whole GTIN to every program; fourteen only where a case has one of its own. */
const upcOf = ({ gtin }: Product): string => gtin?.replace(/^0/, '') ?? '';

const unit = (mm: number): number => Math.round((mm / mmPerUnit) * 1e6) / 1e6;

type Value = string | number | null | undefined;

/** Writes a record from the names of its fields. */
function record<Tag extends PsaTag>(
  tag: Tag,
  fields: Partial<Record<keyof (typeof psaColumns)[Tag], Value>>,
): string {
  const columns = psaColumns[tag] as Record<string, readonly [index: number, name: string]>;
  const cells: Value[] = [tag];
  for (const [field, value] of Object.entries(fields) as [string, Value][]) {
    const index = columns[field]?.[0];
    if (index === undefined) throw new Error(`invariant: ${tag} has no field ${field}`);
    cells[index] = value;
  }
  return Array.from(cells, (cell) => escapeCell(String(cell ?? ''))).join(',');
}

const escapes: Readonly<Record<string, string>> = { '\t': 't', '\r': 'r', '\n': 'n' };
const escapeCell = (cell: string): string =>
  cell.replace(/[\\,"\t\r\n]/g, (character) => `\\${escapes[character] ?? character}`);

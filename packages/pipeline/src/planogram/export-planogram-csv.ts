import { type CsvColumn, csvColumns, isLength, officialName } from './formats/csv/columns.ts';
import type { Suggested } from './formats/planogram-format.ts';
import { writeCsvCell } from './formats/text/write-csv-cell.ts';
import type { Planogram } from './model.ts';

type Cell = string | number | null | undefined;

/**
 * Writes the planogram as our CSV, one row a position, in UTF-8 with a byte order mark (without the mark spreadsheets assume
 * Western text). Shelves are identified by number. The format cannot hold shelves and products without a position.
 */
export function exportPlanogramCsv(planogram: Planogram, identity: Suggested = {}): string {
  const lines = planogramTable(planogram, identity).map((cells) => cells.map(write).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Returns the header and one row a position, lengths in centimetres. */
export function planogramTable(planogram: Planogram, identity: Suggested): Cell[][] {
  const products = new Map(planogram.products.map((product) => [product.id, product]));
  const shelves = new Map(planogram.shelves.map((shelf) => [shelf.number, shelf]));
  const rows = planogram.positions.map((position) => {
    const product = products.get(position.productId);
    const shelf = shelves.get(position.shelfNumber);
    const cells: Record<CsvColumn, Cell> = {
      planogram_code: identity.code ?? identity.label ?? 'planogram',
      version: identity.label,
      catalog: identity.catalog,
      effective_from: identity.effectiveFrom,
      effective_to: identity.effectiveTo,
      bay: 1,
      shelf: position.shelfNumber,
      position: position.sequence,
      gtin: product?.gtin,
      sku: product?.sku ?? position.productId,
      name: product?.name,
      h_facings: position.facings.horizontal,
      v_facings: position.facings.vertical,
      x: position.xMm,
      y: position.yMm,
      w: position.widthMm,
      h: position.heightMm,
      product_w: product?.widthMm,
      product_h: product?.heightMm,
      brand: product?.brand,
      category: product?.category,
      position_id: position.id,
      d_facings: position.facings.depth,
      orientation: position.orientation,
      product_d: product?.depthMm,
      bay_w: planogram.widthMm,
      bay_h: planogram.heightMm,
      shelf_x: shelf?.xMm,
      shelf_y: shelf?.yMm,
      shelf_w: shelf?.widthMm,
      shelf_h: shelf?.heightMm,
    };
    return csvColumns.map((column) => inColumn(cells[column], column));
  });
  return [csvColumns.map(officialName), ...rows];
}

/** Millimetres have four decimals, so centimetres have five. */
const inColumn = (value: Cell, column: CsvColumn): Cell =>
  typeof value === 'number' && isLength(column) ? Math.round(value * 1e4) / 1e5 : value;

function write(value: Cell): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? String(value) : writeCsvCell(value);
}

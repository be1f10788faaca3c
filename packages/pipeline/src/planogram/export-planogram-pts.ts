import type { Suggested } from './formats/planogram-format.ts';
import { ptsFirstCell } from './formats/pts/read-pts-file.ts';
import { writeCsvCell } from './formats/text/write-csv-cell.ts';
import type { Planogram } from './model.ts';

const bayColumns = ['台番号', '台高さ', '台幅', '台奥行', '台名称'];
const shelfColumns = ['台番号', '棚段番号', '棚高さ', '棚幅', '棚奥行', '棚厚さ', '棚種別'];
const placeColumns = [
  '台番号',
  '棚段番号',
  '棚位置',
  '商品コード',
  'フェース数',
  'フェース面',
  'フェース回転',
  '積上数',
  '陳列種別',
];
/** The format requires a depth, which a version does not hold; Japanese gondolas usually have 450 mm. */
const depthMm = 450;

/**
 * Writes the planogram as PTS V2.0, one bay. Products are named by GTIN, else by SKU.
 */
export function exportPlanogramPts(planogram: Planogram, identity: Suggested = {}): string {
  const { widthMm, heightMm, shelves, positions, products } = planogram;
  const codes = new Map(products.map(({ id, gtin, sku }) => [id, gtin?.replace(/^0/, '') ?? sku]));
  const rows: (string | number)[][] = [
    [ptsFirstCell, 'V2.0', ''],
    [identity.code ?? identity.name ?? ''],
    bayColumns,
    [1, heightMm, widthMm, depthMm, ''],
    shelfColumns,
    ...shelves.map((shelf) => [
      1,
      shelf.number,
      round(heightMm - shelf.yMm),
      shelf.widthMm,
      depthMm,
      shelf.heightMm,
      0,
    ]),
    placeColumns,
    ...positions.map(({ shelfNumber, sequence, productId, facings }) => [
      1,
      shelfNumber,
      sequence,
      codes.get(productId) ?? '',
      facings.horizontal,
      1,
      0,
      facings.vertical,
      0,
    ]),
  ];
  return `${rows.map((row) => row.map(write).join(',')).join('\r\n')}\r\n`;
}

const round = (mm: number) => Math.round(mm * 1e4) / 1e4;
const write = (cell: string | number) => (typeof cell === 'number' ? String(cell) : writeCsvCell(cell));

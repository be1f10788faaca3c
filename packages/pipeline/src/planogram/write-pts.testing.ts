import iconv from 'iconv-lite';
import type { Planogram } from './model.ts';
import { type Rows, writePts } from './sample-rows.testing.ts';

/** Writes a planogram as a PTS file in Shift_JIS: positions and codes; V2 with the sizes of the bay and its shelves. */
export function writePlanogramAsPts(planogram: Planogram, version: 1 | 2): Uint8Array {
  const codes = new Map(planogram.products.map(({ id, gtin, sku }) => [id, gtin ?? sku]));
  const head: Rows = [['共通棚割情報', `V${version}.0`, ''], ['菓子①']];
  const sizes: Rows = [
    ['台番号', '台高さ', '台幅', '台奥行', '台名称'],
    ['1', String(planogram.heightMm), String(planogram.widthMm), '450', ''],
    ['台番号', '棚段番号', '棚高さ', '棚幅', '棚奥行', '棚厚さ', '棚種別'],
    ...planogram.shelves.map(({ number, yMm, widthMm, heightMm }) => [
      '1',
      String(number),
      String(planogram.heightMm - yMm),
      String(widthMm),
      '450',
      String(heightMm),
      '0',
    ]),
  ];
  const placements: Rows = [
    [
      '棚台番号',
      '棚段番号',
      '棚位置',
      '商品コード',
      'フェース数',
      'フェース面',
      'フェース回転',
      '積上数',
      '陳列種別',
    ],
    ...planogram.positions.map(({ shelfNumber, sequence, productId, facings }) => [
      '1',
      String(shelfNumber),
      String(sequence),
      codes.get(productId) ?? '',
      String(facings.horizontal),
      '1',
      '0',
      String(facings.vertical),
      '0',
    ]),
  ];
  return iconv.encode(writePts([...head, ...(version === 2 ? sizes : []), ...placements]), 'shift_jis');
}

import type { Suggested } from './formats/planogram-format.ts';
import type { Planogram } from './model.ts';
import { psaRecord, type Rows, writePsa } from './sample-rows.testing.ts';

export interface PsaStyle {
  unitMm: number;
  productsAfter: boolean;
  /** Whether the check digit is left out where the GTIN is a UPC-A. */
  shortUpc: boolean;
  /** Additional cells at the end, as in newer versions. */
  extraCells: number;
  lineEnd: '\r\n' | '\n';
}

const sides = ['front', 'side', 'top', 'back', 'right', 'base'];

/** Writes a planogram as a ProSpace file: y up from the floor, positions after their fixture, everything in one unit. */
export function writePlanogramAsPsa(planogram: Planogram, identity: Suggested, style: PsaStyle): string {
  const unit = (mm: number) => String(Math.round((mm / style.unitMm) * 1e6) / 1e6);
  const { heightMm, widthMm } = planogram;
  const products: Rows = planogram.products.map((product) =>
    psaRecord('Product', {
      upc: upcOf(product.gtin, style.shortUpc),
      id: product.sku,
      name: product.name,
      width: unit(product.widthMm),
      height: unit(product.heightMm),
      depth: product.depthMm === null ? '0' : unit(product.depthMm),
      category: product.category ?? '',
      brand: product.brand ?? '',
    }),
  );
  const upcs = new Map(
    planogram.products.map(({ id, gtin, sku }) => [id, [upcOf(gtin, style.shortUpc), sku] as const]),
  );
  const fixtures: Rows = planogram.shelves.flatMap((shelf) => [
    psaRecord('Fixture', {
      type: 0,
      name: shelf.id,
      key: shelf.number,
      x: unit(shelf.xMm),
      width: unit(shelf.widthMm),
      y: unit(heightMm - shelf.yMm - shelf.heightMm),
      height: unit(shelf.heightMm),
      merchStyle: -1,
    }),
    ...planogram.positions
      .filter(({ shelfNumber }) => shelfNumber === shelf.number)
      .map((position) => {
        const [upc = '', id = ''] = upcs.get(position.productId) ?? [];
        return psaRecord('Position', {
          upc,
          id,
          key: position.id,
          x: unit(position.xMm),
          width: unit(position.widthMm),
          y: unit(heightMm - position.yMm - position.heightMm),
          height: unit(position.heightMm),
          merchStyle: -1,
          hFacings: position.facings.horizontal,
          vFacings: position.facings.vertical,
          dFacings: position.facings.depth,
          orientation: orientationIndex(position.orientation),
        });
      }),
  ]);
  const planogramRecord = psaRecord('Planogram', {
    name: identity.code ?? '',
    key: 7,
    width: unit(widthMm),
    height: unit(heightMm),
    effective: identity.effectiveFrom ?? '',
  });
  const segment = psaRecord('Segment', { key: 1, width: unit(widthMm), offsetX: 0 });
  const plan = [planogramRecord, segment, ...fixtures];
  const records = style.productsAfter ? [...plan, ...products] : [...products, ...plan];
  const extra = Array.from({ length: style.extraCells }, () => '');
  const head: Rows = [
    ['PROSPACE SCHEMATIC FILE  '],
    ['; Version 2018.1.0'],
    ['; Codepage=1252'],
    ['Project', 'P'],
  ];
  return writePsa([...head, ...records.map((cells) => [...cells, ...extra])]).replaceAll(
    '\r\n',
    style.lineEnd,
  );
}

function upcOf(gtin: string | null, isShort: boolean): string {
  if (gtin === null) return '';
  return isShort && gtin.startsWith('00') ? gtin.slice(2, 13) : gtin.replace(/^0/, '');
}

function orientationIndex(name: string): number {
  const [side = 'front', degrees = '0'] = name.split(' ');
  const index = sides.indexOf(side) * 2;
  return { 0: index, 90: index + 1, 180: index + 12, 270: index + 13 }[Number(degrees)] ?? 0;
}

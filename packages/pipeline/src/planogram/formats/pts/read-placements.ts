import type { ItemPlan, ProductPlan } from '../lay-out/plan.ts';
import { planogramLimits } from '../limits.ts';
import { type CodeReading, noteCodes, readCode } from '../product-code.ts';
import type { PtsFile, PtsReader } from './read-pts-file.ts';
import { numberOf } from './read-shelves.ts';

export interface Placement {
  row: PtsReader<'placements'>;
  bay: number;
  shelf: number;
  position: number;
  item: ItemPlan;
}

/** Reads positions in the order of bay, shelf and position number, and the products that they name by code. */
export function readPlacements({ tables }: PtsFile): {
  placements: Placement[];
  products: ProductPlan[];
  notes: string[];
} {
  const products = new Map<string, ProductPlan>();
  const codes = new Map<string, CodeReading>();
  const others = new Set<string>();
  const lineByKey = new Map<string, number>();
  let turned = 0;
  const placements = tables.placements.flatMap((row): Placement[] => {
    const [bay, shelf, position] = [numberOf(row, 'bay'), numberOf(row, 'shelf'), numberOf(row, 'position')];
    const horizontal = row.lacks('facings') ? null : row.whole('facings', planogramLimits.facingsHorizontal);
    const vertical = row.whole('stacked', planogramLimits.facingsVertical, 0) || 1;
    const orientation = readOrientation(row);
    const code = row.lacks('code') ? null : row.text('code');
    if (!bay || !shelf || !position || horizontal === null || code === null) return [];
    const reading = readCode(code);
    if ('problem' in reading && /spreadsheet/.test(reading.problem)) {
      row.fault('code', 'GTIN_INVALID', `holds “${code}”: ${reading.problem}`);
      return [];
    }
    if ('gtin' in reading) codes.set(reading.gtin, reading);
    else others.add(code);
    const id = 'gtin' in reading ? reading.gtin : code;
    const key = `${bay}.${shelf}.${position}`;
    const before = lineByKey.get(key);
    if (before !== undefined) {
      row.fault(
        'position',
        'ID_REPEATED',
        `says ${position} again: line ${before} already has position ${position} of shelf ${shelf} in bay ${bay}`,
      );
      return [];
    }
    lineByKey.set(key, row.line);
    if (!products.has(id)) {
      const gtin = 'gtin' in reading ? reading.gtin : null;
      const unknown = { brand: null, category: null, widthMm: null, heightMm: null, depthMm: null };
      products.set(id, { id, sku: code, gtin, name: code, line: row.line, ...unknown });
    }
    if (orientation !== 'front') turned += 1;
    const item: ItemPlan = {
      id: key,
      line: row.line,
      productId: id,
      xMm: null,
      yMm: null,
      widthMm: null,
      heightMm: null,
      facings: { horizontal, vertical, depth: 1 },
      orientation,
    };
    return [{ row, bay, shelf, position, item }];
  });
  const notes = noteCodes([...codes.values()]);
  if (others.size > 0) {
    notes.push(
      others.size === 1
        ? '1 product code is no GTIN and imported as SKU.'
        : `${others.size} product codes are no GTINs and imported as SKUs.`,
    );
  }
  if (turned > 0) {
    notes.push(
      `${turned === 1 ? '1 position shows' : `${turned} positions show`} another face than 1, or a turned one; imported as numbers.`,
    );
  }
  return {
    placements: placements.toSorted((a, b) => a.bay - b.bay || a.shelf - b.shelf || a.position - b.position),
    products: [...products.values()],
    notes,
  };
}

/** Reads the orientation. Face 1 is the front; programs number the others differently. */
function readOrientation(row: PtsReader<'placements'>): string {
  const side = row.whole('side', 99, 0) ?? 1;
  const turn = row.whole('turn', 999, 0) ?? 1;
  if (side > 1) return turn > 1 ? `face ${side}, turn ${turn}` : `face ${side}`;
  return turn > 1 ? `front, turn ${turn}` : 'front';
}

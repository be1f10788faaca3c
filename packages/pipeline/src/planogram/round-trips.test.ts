import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { exportPlanogram } from './export-planogram.ts';
import { exportPlanogramCsv } from './export-planogram-csv.ts';
import {
  type ParseOptions,
  type PlanogramFileFormat,
  planogramFileFormats,
} from './formats/planogram-format.ts';
import type { Planogram } from './model.ts';
import { parsePlanogram } from './parse-planogram.ts';
import { planned, randomPlanogram } from './random-planogram.testing.ts';
import { writePlanogramAsPsa } from './write-psa.testing.ts';
import { writePlanogramAsPts } from './write-pts.testing.ts';

function read(format: PlanogramFileFormat, content: string | Uint8Array, options: ParseOptions = {}) {
  const result = parsePlanogram(format, content, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

test('every planogram survives the round trip through our own format', () => {
  fc.assert(
    fc.property(randomPlanogram, ({ planogram, suggested }) => {
      expect(read('gondola', exportPlanogram(planogram, suggested))).toMatchObject({ planogram, suggested });
    }),
    { numRuns: 100 },
  );
});

test('CSV preserves everything but unplanned products and the shelves’ ids, with any separator and as bytes', () => {
  const separators = fc.constantFrom(',', ';', '\t');
  fc.assert(
    fc.property(randomPlanogram, separators, fc.boolean(), ({ planogram, suggested }, separator, western) => {
      const text = withSeparator(exportPlanogramCsv(planogram, suggested), separator);
      const bytes = western ? iconv.encode(text.slice(1), 'windows-1252') : Buffer.from(text);
      // Chance letters do not tell the encoding: the person says it.
      const again = read('csv', bytes, western ? { encoding: 'windows-1252' } : {});
      const shelves = planogram.shelves.map((shelf) => ({ ...shelf, id: String(shelf.number) }));
      expect(planned(again.planogram)).toEqual(planned({ ...planogram, shelves }));
      expect(again.suggested).toEqual(suggested);
    }),
    { numRuns: 120 },
  );
});

/** Returns the table as saved by a spreadsheet of another country. */
function withSeparator(csv: string, separator: string): string {
  if (separator === ',') return csv;
  const cells = csv.split(/("(?:[^"]|"")*"|,)/);
  return cells
    .map((part) =>
      part === ',' ? separator : part.includes(separator) && !part.startsWith('"') ? `"${part}"` : part,
    )
    .join('');
}

test('any planogram survives the round trip through ProSpace, in either unit, order, line end and version', () => {
  const style = fc.record({
    unitMm: fc.constantFrom(10, 25.4),
    productsAfter: fc.boolean(),
    shortUpc: fc.boolean(),
    extraCells: fc.integer({ min: 0, max: 3 }),
    lineEnd: fc.constantFrom('\r\n' as const, '\n' as const),
  });
  fc.assert(
    fc.property(randomPlanogram, style, ({ planogram, suggested }, written) => {
      const text = writePlanogramAsPsa(planogram, suggested, written);
      const again = read('psa', iconv.encode(text, 'windows-1252'), { unitMm: written.unitMm });
      expect(rounded(planned(again.planogram))).toEqual(rounded(planned(planogram)));
      expect(again.suggested).toMatchObject({ name: suggested.code, effectiveFrom: suggested.effectiveFrom });
    }),
    { numRuns: 120 },
  );
});

/** Rounds to a hundredth of a millimetre, the precision of inches with six digits. */
function rounded(planogram: Planogram): unknown {
  return JSON.parse(JSON.stringify(planogram), (_, value) =>
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  );
}

test('PTS preserves the products, positions and facings of any planogram', () => {
  fc.assert(
    fc.property(randomPlanogram, fc.constantFrom(1 as const, 2 as const), ({ planogram }, version) => {
      const again = read('pts', writePlanogramAsPts(planogram, version)).planogram;
      expect(order(again)).toEqual(order(planogram));
      if (version === 2) {
        const geometry = ({ yMm, widthMm, heightMm }: Planogram['shelves'][number]) => [
          yMm,
          widthMm,
          heightMm,
        ];
        expect(again.shelves.map(geometry)).toEqual(planogram.shelves.map(geometry));
        expect([again.widthMm, again.heightMm]).toEqual([planogram.widthMm, planogram.heightMm]);
      }
    }),
    { numRuns: 120 },
  );
});

function order({ positions, products }: Planogram): unknown {
  const codes = new Map(products.map(({ id, gtin, sku }) => [id, gtin ?? sku]));
  return positions.map(({ shelfNumber, sequence, productId, facings: { horizontal, vertical } }) => [
    shelfNumber,
    sequence,
    codes.get(productId),
    horizontal,
    vertical,
  ]);
}

test('an import never throws, for any bytes and any format', () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .tuple(
        fc.constantFrom(
          'PROSPACE SCHEMATIC FILE\n',
          '共通棚割情報,V2.0\n',
          'planogram_code,bay,shelf,position,sku,h_facings\n',
        ),
        fc.array(
          fc.string({
            unit: fc.constantFrom(...'PositionFixture,"\\\n\t;01-x棚台番号商品コード'),
            maxLength: 30,
          }),
          { maxLength: 12 },
        ),
      )
      .map(([head, rest]) => head + rest.join('\n')),
  );
  fc.assert(
    fc.property(noise, fc.constantFrom(...planogramFileFormats), (content, format) => {
      const result = parsePlanogram(format, content);
      if ('problems' in result) expect(result.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test('a valid file with one changed byte is refused or imported, and never throws', () => {
  fc.assert(
    fc.property(
      randomPlanogram,
      fc.nat(),
      fc.nat(255),
      fc.constantFrom('csv' as const, 'psa' as const, 'pts' as const),
      ({ planogram, suggested }, at, byte, format) => {
        const style = {
          unitMm: 10,
          productsAfter: false,
          shortUpc: false,
          extraCells: 0,
          lineEnd: '\n',
        } as const;
        const bytes =
          format === 'csv'
            ? Buffer.from(exportPlanogramCsv(planogram, suggested))
            : format === 'psa'
              ? iconv.encode(writePlanogramAsPsa(planogram, suggested, style), 'windows-1252')
              : Buffer.from(writePlanogramAsPts(planogram, 2));
        bytes[at % bytes.length] = byte;
        expect(() => parsePlanogram(format, bytes)).not.toThrow();
      },
    ),
    { numRuns: 150 },
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
  exportFile,
  exportFormats,
  exportText,
  planogramExportFormats,
  textFormats,
} from './export-formats.ts';
import { guessFormat } from './formats/guess-format.ts';
import {
  type PlanogramFileFormat,
  planogramFileFormats,
  type Suggested,
} from './formats/planogram-format.ts';
import { type Planogram, slotsOf } from './model.ts';
import { parsePlanogram } from './parse-planogram.ts';
import { planned, randomPlanogram } from './random-planogram.testing.ts';

/** What a file of each format holds of a version, in a form that can be compared. */
const held: Record<PlanogramFileFormat, (planogram: Planogram, identity: Suggested) => unknown> = {
  gondola: (planogram, identity) => ({ planogram, identity }),
  csv: (planogram, { name: _, ...identity }) => ({
    planogram: planned({
      ...planogram,
      shelves: planogram.shelves
        .filter(({ number }) => planogram.positions.some(({ shelfNumber }) => shelfNumber === number))
        .map((shelf) => ({ ...shelf, id: String(shelf.number) })),
    }),
    identity,
  }),
  psa: (planogram, identity) => ({
    planogram: planned(planogram),
    identity: { ...identity, ...period(identity) },
  }),
  pts: ({ widthMm, heightMm, shelves, positions, products }, { code }) => {
    const codes = new Map(products.map(({ id, gtin, sku }) => [id, gtin ?? sku]));
    return {
      code: code?.normalize('NFKC'),
      bay: [widthMm, heightMm],
      shelves: shelves.map(({ number, yMm, heightMm: boardMm, widthMm: boardWidthMm }) => [
        number,
        yMm,
        boardMm,
        boardWidthMm,
      ]),
      positions: positions.map(({ shelfNumber, sequence, productId, facings }) => [
        shelfNumber,
        sequence,
        codes.get(productId),
        facings.horizontal,
        facings.vertical,
      ]),
    };
  },
  azure: ({ widthMm, heightMm, shelves, positions, products }) => {
    const skus = new Map(products.map(({ id, sku }) => [id, sku]));
    const fronts = positions.flatMap((position) =>
      slotsOf(position).map(({ xMm, yMm }) => [position.shelfNumber, skus.get(position.productId), xMm, yMm]),
    );
    return {
      bay: [widthMm, heightMm],
      shelves,
      products: products.map(({ sku, name, widthMm: width, heightMm: height }) => [sku, name, width, height]),
      fronts: fronts.map((front) => JSON.stringify(rounded(front))).toSorted(),
    };
  },
};

const period = ({ effectiveFrom, effectiveTo }: Suggested) => ({
  ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
});

/** Rounds to a hundredth of a millimetre. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Math.round(part * 100) / 100 : part,
  );
}

test.each(planogramFileFormats)(
  'any planogram is the same after export to %s and import, in all that the format holds',
  (format) => {
    const identity = fc.record({
      catalog: fc.constantFrom('default', 'Markt “Süd”'),
      name: fc.constantFrom('Snacks, süß', '菓子'),
    });
    fc.assert(
      fc.property(randomPlanogram, identity, ({ planogram, suggested }, said) => {
        const whole = { ...suggested, ...said };
        const file = exportText(format, planogram, whole);
        expect(guessFormat(file)).toBe(format);
        const again = parsePlanogram(format, file, format === 'azure' ? { unitMm: 1 } : {});
        if ('problems' in again) throw new Error(JSON.stringify(again.problems));
        expect(rounded(held[format](again.planogram, again.suggested))).toEqual(
          rounded(held[format](planogram, whole)),
        );
        // The text of the file reads as its bytes do.
        const text = textFormats[format].write(planogram, whole);
        expect(parsePlanogram(format, text, format === 'azure' ? { unitMm: 1 } : {})).toMatchObject({
          planogram: again.planogram,
        });
      }),
      { numRuns: 80 },
    );
  },
);

test('a PSA file states its unit and its key, and is UTF-8 where Windows-1252 lacks a letter', () => {
  fc.assert(
    fc.property(randomPlanogram, ({ planogram, suggested }) => {
      const western = Buffer.from(exportText('psa', planogram, suggested)).toString('latin1');
      expect(western).toContain('; Codepage=1252');
      const japanese = Buffer.from(exportText('psa', planogram, { ...suggested, name: '菓子' })).toString();
      expect(japanese).toContain('; Codepage=65001');
      const again = parsePlanogram('psa', japanese);
      expect('notes' in again && again.notes.join()).not.toMatch(/does not say its unit/);
    }),
    { numRuns: 5 },
  );
});

test('a drawing has every front, and every name as text that XML can hold', () => {
  fc.assert(
    fc.property(randomPlanogram, ({ planogram, suggested }) => {
      const svg = textFormats.svg.write(planogram, suggested);
      const fronts = planogram.positions.flatMap((position) => slotsOf(position)).length;
      expect(svg.match(/fill="#eef3fb"/g)).toHaveLength(fronts);
      expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(lt|gt|amp|quot);)/);
    }),
    { numRuns: 40 },
  );
});

test('the documentation lists what each format loses', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/planogram-formats.md'), 'utf8');
  for (const format of planogramExportFormats)
    for (const loss of exportFormats[format].losses)
      expect(text).toMatch(
        new RegExp(`\\| \`${format}\` +\\|[^\\n]*${loss.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
      );
});

test('a workbook holds the rows of the CSV, codes as text', async () => {
  const [sample] = fc.sample(randomPlanogram, { numRuns: 1, seed: 3 });
  if (sample === undefined) throw new Error('no sample');
  const bytes = Buffer.from(await exportFile('xlsx', sample.planogram, sample.suggested));
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet.match(/<row /g)).toHaveLength(sample.planogram.positions.length + 1);
});

test('a PDF is one page of A3 with the drawing on it, in a table that finds its objects', async () => {
  const [sample] = fc.sample(randomPlanogram, { numRuns: 1, seed: 3 });
  if (sample === undefined) throw new Error('no sample');
  const bytes = Buffer.from(await exportFile('pdf', sample.planogram, sample.suggested));
  const text = bytes.toString('latin1');
  expect(text).toMatch(/^%PDF-1\.4\n.*%%EOF\n$/s);
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
  const table = text.slice(start).match(/\d{10} 00000 n/g) ?? [];
  expect(table).toHaveLength(5);
  for (const [i, entry] of table.entries())
    expect(text.slice(Number.parseInt(entry, 10)).startsWith(`${i + 1} 0 obj`)).toBe(true);
  const [, length] = /DCTDecode \/Length (\d+) >>\nstream\n/.exec(text) ?? [];
  const picture = text.indexOf('stream\n', text.indexOf('DCTDecode')) + 'stream\n'.length;
  const { width = 0, height = 0 } = await sharp(bytes.subarray(picture, picture + Number(length))).metadata();
  const { widthMm, heightMm } = sample.planogram;
  // The margins and the title are 80 and 170 mm of the drawing.
  expect(width / height).toBeCloseTo((widthMm + 80) / (heightMm + 170), 1);
});

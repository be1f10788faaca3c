import { hasRealData, orSkipped, readReal } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import { exportPlanogram } from './export-planogram.ts';
import { exportPlanogramCsv } from './export-planogram-csv.ts';
import { guessFormat } from './formats/guess-format.ts';
import { parsePlanogram } from './parse-planogram.ts';
import { planned } from './random-planogram.testing.ts';
import { writePlanogramAsPsa } from './write-psa.testing.ts';

test.skipIf(!hasRealData)(
  `a real Azure planogram imports as bytes, and survives the round trip through all formats that can hold it${orSkipped}`,
  async () => {
    const bytes = await readReal('azure-shelf-planogram/planogram.json');
    expect(guessFormat(bytes)).toBe('azure');
    const read = parsePlanogram('azure', bytes);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const { planogram, suggested } = read;
    expect([planogram.positions.length, planogram.shelves.length, planogram.products.length]).toEqual([
      58, 6, 13,
    ]);
    expect(read.notes[0]).toMatch(/does not say its unit/);

    expect(parsePlanogram('gondola', exportPlanogram(planogram, suggested))).toMatchObject({ planogram });
    const shelves = planogram.shelves.map((shelf) => ({ ...shelf, id: String(shelf.number) }));
    const csv = parsePlanogram('csv', exportPlanogramCsv(planogram, { code: 'golden' }));
    expect('planogram' in csv && planned(csv.planogram)).toEqual(planned({ ...planogram, shelves }));
    const style = {
      unitMm: 10,
      productsAfter: true,
      shortUpc: false,
      extraCells: 2,
      lineEnd: '\r\n',
    } as const;
    const psa = parsePlanogram('psa', writePlanogramAsPsa(planogram, { code: 'golden' }, style), {
      unitMm: 10,
    });
    expect(
      'planogram' in psa &&
        psa.planogram.positions.map(({ id, shelfNumber, sequence }) => [id, shelfNumber, sequence]),
    ).toEqual(planogram.positions.map(({ id, shelfNumber, sequence }) => [id, shelfNumber, sequence]));
  },
);

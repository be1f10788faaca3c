import writeXlsxFile from 'write-excel-file/node';
import { planogramTable } from './export-planogram-csv.ts';
import type { Suggested } from './formats/planogram-format.ts';
import type { Planogram } from './model.ts';

/** Writes the rows of our CSV as a workbook. Codes and dates are texts, so that no program shortens or turns them. */
export function exportPlanogramXlsx(planogram: Planogram, identity: Suggested = {}): Promise<Uint8Array> {
  const [header = [], ...rows] = planogramTable(planogram, identity);
  const cells = [
    header.map((name) => ({ value: String(name), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) => {
        if (value === null || value === undefined || value === '') return null;
        return typeof value === 'number' ? { value, type: Number } : { value, type: String };
      }),
    ),
  ];
  return writeXlsxFile(cells, { sheet: 'Planogram', stickyRowsCount: 1 }).toBuffer();
}

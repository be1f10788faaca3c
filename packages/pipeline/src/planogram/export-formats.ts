import { exportPlanogram } from './export-planogram.ts';
import { exportPlanogramAzure } from './export-planogram-azure.ts';
import { exportPlanogramCsv } from './export-planogram-csv.ts';
import { exportPlanogramPsa } from './export-planogram-psa.ts';
import { exportPlanogramPts } from './export-planogram-pts.ts';
import { exportPlanogramSvg } from './export-planogram-svg.ts';
import type { Suggested } from './formats/planogram-format.ts';
import { encodeText } from './formats/text/encode-text.ts';
import type { Planogram } from './model.ts';

export const planogramTextFormats = ['gondola', 'azure', 'psa', 'csv', 'pts', 'svg'] as const;
/** Formats whose files are text. */
export type PlanogramTextFormat = (typeof planogramTextFormats)[number];
export const planogramExportFormats = [...planogramTextFormats, 'xlsx', 'pdf'] as const;
export type PlanogramExportFormat = (typeof planogramExportFormats)[number];

interface ExportFormat {
  fileEnding: string;
  mediaType: string;
  /** What a version holds and a file of the format does not, one sentence each; `docs/planogram-formats.md` lists them. */
  losses: readonly string[];
}

interface TextFormat extends ExportFormat {
  /** Encoding of the file; UTF-8 where it lacks a character of the text. */
  encoding: 'utf-8' | 'windows-1252' | 'shift_jis';
  write(planogram: Planogram, identity: Suggested): string;
}

const unplanned = 'Products without a position are left out.';
const guessed = 'The file does not state its unit; an import guesses it, or is told (1 mm).';

const unnamed = [
  unplanned,
  'Shelves are numbered; their names and shelves without a position are left out.',
  'The planogram’s name is left out.',
];

/** The formats of text that a version can be exported to. */
export const textFormats: Record<PlanogramTextFormat, TextFormat> = {
  gondola: {
    fileEnding: 'json',
    mediaType: 'application/json',
    encoding: 'utf-8',
    write: exportPlanogram,
    losses: [],
  },
  azure: {
    fileEnding: 'azure.json',
    mediaType: 'application/json',
    encoding: 'utf-8',
    write: (planogram) => exportPlanogramAzure(planogram),
    losses: [
      guessed,
      'Every facing becomes a position of its own.',
      'Fronts have the size of their product; other sizes of blocks, orientations and facings in depth are left out.',
      'GTIN, brand, category and depth of products are left out.',
      'Code, label, name, catalogue and period of the version are left out.',
    ],
  },
  psa: {
    fileEnding: 'psa',
    mediaType: 'application/octet-stream',
    encoding: 'windows-1252',
    write: exportPlanogramPsa,
    losses: [
      unplanned,
      'An orientation that the format does not know becomes front.',
      'An import refuses positions that overlap by half or stand far from their shelf.',
    ],
  },
  csv: {
    fileEnding: 'csv',
    mediaType: 'text/csv',
    encoding: 'utf-8',
    write: exportPlanogramCsv,
    losses: unnamed,
  },
  pts: {
    fileEnding: 'csv',
    mediaType: 'text/csv',
    encoding: 'shift_jis',
    write: exportPlanogramPts,
    losses: [
      unplanned,
      'Products have only their code: names, sizes, brands and categories are left out.',
      'Positions have only their order: place, size, orientation and facings in depth are left out.',
      'Special forms of letters in the code, such as ™, become plain ones.',
      'Label, catalogue and period of the version, names of shelves and their distance from the left are left out.',
    ],
  },
  svg: {
    fileEnding: 'svg',
    mediaType: 'image/svg+xml',
    encoding: 'utf-8',
    write: exportPlanogramSvg,
    losses: ['A drawing to look at; no import reads it.'],
  },
};

/** Every format that a version can be exported to. */
export const exportFormats: Record<PlanogramExportFormat, ExportFormat> = {
  ...textFormats,
  xlsx: {
    fileEnding: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    losses: unnamed,
  },
  pdf: {
    fileEnding: 'pdf',
    mediaType: 'application/pdf',
    losses: ['A picture on A3; no import reads it.', 'Letters that the server’s fonts lack are boxes.'],
  },
};

/** Writes a version as the bytes of a file. */
export async function exportFile(
  format: PlanogramExportFormat,
  planogram: Planogram,
  identity: Suggested,
): Promise<Uint8Array> {
  // The libraries of these two are loaded at the first export, not in every process that reads planograms.
  if (format === 'xlsx')
    return (await import('./export-planogram-xlsx.ts')).exportPlanogramXlsx(planogram, identity);
  if (format === 'pdf')
    return (await import('./export-planogram-pdf.ts')).exportPlanogramPdf(planogram, identity);
  return exportText(format, planogram, identity);
}

/** Writes a version as the bytes of a text file. */
export function exportText(
  format: PlanogramTextFormat,
  planogram: Planogram,
  identity: Suggested,
): Uint8Array {
  const { encoding, write } = textFormats[format];
  const text = write(planogram, identity);
  return (encoding === 'utf-8' ? null : encodeText(text, encoding)) ?? Buffer.from(text);
}

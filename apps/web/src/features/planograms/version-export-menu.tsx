import type { PlanogramExportFileFormat } from '../../generated/graphql.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { exportVersion } from './export-version.ts';

const choices: [format: PlanogramExportFileFormat, label: string][] = [
  ['GONDOLA', 'Gondola JSON, loses nothing'],
  ['CSV', 'CSV, one row per position; without empty shelves and shelf names'],
  ['XLSX', 'Excel workbook, the rows of the CSV'],
  ['PSA', 'PSA (ProSpace), centimetres; without unplanned products'],
  ['PTS', 'PTS (棚割), order and codes only'],
  ['AZURE', 'Azure JSON, one position per facing; without GTIN and period'],
  ['PDF', 'PDF, the plan on A3 for the wall'],
  ['SVG', 'SVG, the plan to scale'],
];

/** Offers the version in every format, with what the format loses. */
export const VersionExportMenu = ({ label }: { label: string }) => (
  <ExportMenu choices={choices} read={(format) => exportVersion(label, format)} position="bottom-end" />
);

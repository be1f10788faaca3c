import type { PlanogramExportFormat } from '../../generated/graphql.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { exportVersion } from './export-version.ts';

const choices: [format: PlanogramExportFormat, label: string][] = [
  ['GONDOLA', 'Gondola JSON, loses nothing'],
  ['CSV', 'CSV, one row per position; without empty shelves and shelf names'],
  ['PSA', 'PSA (ProSpace), centimetres; without unplanned products'],
  ['PTS', 'PTS (棚割), order and codes only'],
  ['AZURE', 'Azure JSON, one position per facing; without GTIN and period'],
  ['SVG', 'SVG, a drawing for the wall'],
];

/** Offers the version in every format, with what the format loses. */
export const VersionExportMenu = ({ label }: { label: string }) => (
  <ExportMenu choices={choices} read={(format) => exportVersion(label, format)} position="bottom-end" />
);

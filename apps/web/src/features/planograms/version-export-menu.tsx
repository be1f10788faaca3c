import type { PlanogramExportFormat } from '../../generated/graphql.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { exportVersion } from './export-version.ts';

const choices: [format: PlanogramExportFormat, label: string][] = [
  ['GONDOLA', 'Gondola JSON, loses nothing'],
  ['CSV', 'CSV, one row per position'],
];

/** Offers the version as a file that the import can read. */
export const VersionExportMenu = ({ label }: { label: string }) => (
  <ExportMenu choices={choices} read={(format) => exportVersion(label, format)} position="bottom-end" />
);

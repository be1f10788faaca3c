import type { PlanogramExportFormat } from '../../generated/graphql.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';
import { exportVersion } from './export-version.ts';

const choices: [format: PlanogramExportFormat, label: string][] = [
  ['GONDOLA', 'Gondola JSON, loses nothing'],
  ['CSV', 'CSV, one row a position'],
];

/** The version as a file that the import reads back. */
export const VersionExportMenu = ({ label }: { label: string }) => (
  <ExportMenu choices={choices} read={(format) => exportVersion(label, format)} position="bottom-end" />
);

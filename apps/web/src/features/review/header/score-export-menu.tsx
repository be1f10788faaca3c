import type { AzureMatchSpelling } from '../../../generated/graphql.ts';
import { ExportMenu } from '../../../ui/export-menu.tsx';
import { exportAzureMatch } from './export-azure-match.ts';

const choices: [spelling: AzureMatchSpelling, label: string][] = [
  ['GUIDE', 'Azure planogram match, as the guide spells it'],
  ['REFERENCE', 'Azure planogram match, as the reference spells it'],
];

/** Offers the findings of the current score as a file for tools that read Azure's answers. */
export const ScoreExportMenu = ({ captureId }: { captureId: string }) => (
  <ExportMenu
    choices={choices}
    read={(spelling) => exportAzureMatch(captureId, spelling)}
    position="bottom-start"
  />
);

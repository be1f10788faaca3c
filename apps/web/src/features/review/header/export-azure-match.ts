import { graphql } from '../../../generated/gql.ts';
import type { AzureMatchSpelling } from '../../../generated/graphql.ts';
import { ApiFault } from '../../../lib/api-fault.ts';
import { execute } from '../../../lib/execute.ts';
import { fileName } from '../../../lib/file-name.ts';

const document = graphql(`
  query ExportAzureMatch($id: ID!, $spelling: AzureMatchSpelling!) {
    capture(id: $id) {
      takenAt: effectiveTakenAt
      store { code }
      bay { aisle }
      currentScore { azureMatch(spelling: $spelling) }
    }
  }
`);

/** Exports the current score of a capture in the format of Azure's planogram matching. Rejects with an ApiFault. */
export async function exportAzureMatch(captureId: string, spelling: AzureMatchSpelling): Promise<File> {
  const { capture } = await execute(document, { id: captureId, spelling });
  const content = capture?.currentScore?.azureMatch ?? null;
  if (!capture || content === null)
    throw new ApiFault('FAILED', 'There is no score, or the size of the photo is not known.');
  const name = fileName(capture.store.code, capture.bay.aisle, capture.takenAt, 'azure-match');
  return new File([content], `${name}.json`, { type: 'application/json' });
}

import { type AzureMatchSpelling, exportAzureMatch } from '@gondola/pipeline/planogram';
import { builder } from '../builder.ts';
import { readAzureMatch } from '../queries/read-azure-match.ts';
import { ScoreNode } from './nodes.ts';

const Spelling = builder.enumType('AzureMatchSpelling', {
  description:
    'Azure’s documents give the answer in two ways. GUIDE: matchedResultsPerPosition, classifications; REFERENCE: matchingResultPerPosition, tags.',
  values: {
    GUIDE: { value: 'guide' },
    REFERENCE: { value: 'reference' },
  } as const satisfies Record<string, { value: AzureMatchSpelling }>,
});

builder.objectField(ScoreNode, 'azureMatch', (t) =>
  t.string({
    nullable: true,
    description:
      'The answer that Azure’s planogram matching would have given of this photo, as the text of a JSON file: one entry per position, boxes in pixels of the oriented photo, extra products left out. Null when the photo’s size is not known.',
    args: { spelling: t.arg({ type: Spelling, defaultValue: 'guide' }) },
    resolve: async ({ id, captureId }, { spelling }, { db }) => {
      const positions = await readAzureMatch(db, { scoreId: id, captureId });
      return positions && exportAzureMatch(positions, spelling ?? 'guide');
    },
  }),
);

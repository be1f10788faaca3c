import { type AzureMatchSpelling, exportAzureMatch } from '@gondola/pipeline/planogram';
import { builder } from '../graphql/builder.ts';
import { ScoreNode } from '../graphql/nodes/nodes.ts';
import { readAzureMatch } from './azure-match-rows.ts';

const Spelling = builder.enumType('AzureMatchSpelling', {
  description: 'The field names of a planogram match: Azure documents two sets of them.',
  values: {
    GUIDE: { value: 'guide' },
    REFERENCE: { value: 'reference' },
  } as const satisfies Record<string, { value: AzureMatchSpelling }>,
});

builder.objectField(ScoreNode, 'azureMatch', (t) =>
  t.string({
    nullable: true,
    description:
      'The findings as the JSON text of Azure’s planogram matching: one entry for each position, without extra products. Boxes are in pixels of the oriented photo. Null when the photo’s size is unknown.',
    args: { spelling: t.arg({ type: Spelling, defaultValue: 'guide' }) },
    resolve: async ({ id, captureId }, { spelling }, { db }) => {
      const positions = await readAzureMatch(db, { scoreId: id, captureId });
      return positions && exportAzureMatch(positions, spelling ?? 'guide');
    },
  }),
);

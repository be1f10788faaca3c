import {
  countHeldBy,
  countHeldPhotos,
  type HeldCount,
  readRetentionPolicy,
} from '@gondola/pipeline/retention';
import { builder } from '../graphql/builder.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { HeldCountObject, HeldPhoto, HoldingEnum } from './retained-photo.ts';
import { listHeldPhotos } from './retained-photo-rows.ts';

interface Held {
  asOf: Date;
  counts: HeldCount[];
}

const HeldSummary = builder.objectRef<Held>('RetentionHeld').implement({
  description: 'How many photos stay, by cause. The counts are of this moment and under the policy in force.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    counts: t.expose('counts', {
      type: [HeldCountObject],
      description: 'One entry for each cause, also for 0.',
    }),
  }),
});

builder.queryField('retentionHeld', (t) =>
  t.field({
    type: HeldSummary,
    authScopes: { may: 'retentionRead' },
    resolve: async (_root, _args, { db }): Promise<Held> => ({
      asOf: new Date(),
      counts: await countHeldPhotos(db, await readRetentionPolicy(db)),
    }),
  }),
);

builder.queryField('retentionHeldPhotos', (t) =>
  t.connection(
    {
      type: HeldPhoto,
      description:
        'Photos that stay now for one cause, in the order of their SHA-256. Only the first 10,000 candidates are examined, as in `retentionHeld`.',
      authScopes: { may: 'retentionRead' },
      args: { holding: t.arg({ type: HoldingEnum, required: true }) },
      resolve: async (_root, { holding, ...request }, { db }) => {
        const policy = await readRetentionPolicy(db);
        return {
          ...(await readPage(listHeldPhotos(db, policy, holding), request)),
          count: async () => (await countHeldBy(db, policy, holding)).photos,
        };
      },
    },
    {
      name: 'RetentionHeldPhotoConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'RetentionHeldPhotoEdge' },
  ),
);

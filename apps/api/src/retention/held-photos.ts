import { countHeldBy, countHeldPhotos, type HeldCount, readRetentionPolicy } from '@gondola/pipeline/archive';
import { builder } from '../builder.ts';
import { listHeldPhotos } from '../queries/find-retained-photos.ts';
import { readPage } from '../queries/read-page.ts';
import { HeldCountObject, HeldPhoto, HoldingEnum } from './retention-photo.ts';

interface Held {
  asOf: Date;
  counts: HeldCount[];
}

const HeldSummary = builder.objectRef<Held>('RetentionHeld').implement({
  description: 'How many photos stay, by why: as of now, under the policy in force, not as of any dry run.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime' }),
    counts: t.expose('counts', { type: [HeldCountObject], description: 'One for each holding, also of 0.' }),
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
        'Photos that stay because of one holding, as of now, under the policy in force; in the order of their SHA-256. Among the first 10,000 candidates, as retentionHeld counts them. 50 unless told, 200 at most.',
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

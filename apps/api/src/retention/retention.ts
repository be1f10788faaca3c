import { retentionRunKinds } from '@gondola/db';
import { type RetentionPolicy, readPolicyOf, readRetentionPolicy } from '@gondola/pipeline/retention';
import { builder } from '../graphql/builder.ts';
import { RetentionRunNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { globalIdOf, uuidOf } from '../ids/node-id.ts';
import { AnnouncedPhotoObject } from './retained-photo.ts';
import { countAnnouncedPhotos, listAnnouncedPhotos } from './retained-photo-rows.ts';
import { countRetentionRuns, listRetentionRuns } from './retention-rows.ts';

const RetentionRunKindEnum = builder.enumType('RetentionRunKind', { values: retentionRunKinds });

export const RetentionPolicyObject = builder.objectRef<RetentionPolicy>('RetentionPolicy').implement({
  description:
    'How many days captures stay under review and photos are stored. The newest policy is in force.',
  fields: (t) => ({
    builtIn: t.boolean({
      description: 'True for the policy of the software, which holds until a person sets one.',
      resolve: ({ id }) => id === null,
    }),
    reviewDays: t.exposeInt('reviewDays', {
      description: 'How many days captures stay under review after scoring, before they are ARCHIVED.',
    }),
    cleanPhotoDays: t.exposeInt('cleanPhotoDays', {
      nullable: true,
      description:
        'How many days after ARCHIVED the photo of a capture without a fault expires; null for never.',
    }),
    faultyPhotoDays: t.exposeInt('faultyPhotoDays', {
      nullable: true,
      description:
        'How many days after ARCHIVED the photo of a capture with a fault or without a score expires; null for never.',
    }),
    noticeDays: t.exposeInt('noticeDays', {
      description: 'How many days pass between the announcement of an expiry and the expiry.',
    }),
    note: t.exposeString('note'),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

RetentionRunNode.implement({
  description: 'One run of the retention policy, which announces photos or removes announced ones.',
  fields: (t) => ({
    kind: t.expose('kind', { type: RetentionRunKindEnum }),
    announcedById: t.id({
      resolve: ({ announcedById: id }) => (id === null ? null : globalIdOf('RetentionRun', id)),
      nullable: true,
      description: 'The id of the dry run that announced the photos of an EXPIRY; null for a DRY_RUN.',
    }),
    captures: t.exposeInt('captures'),
    photos: t.exposeInt('photos'),
    byteLength: t.exposeFloat('byteLength', {
      description: 'The length of the original photos together, in bytes.',
    }),
    facts: t.expose('facts', {
      type: 'JSON',
      description:
        'Details as a JSON object. An EXPIRY counts in `kept` the announced photos that stayed, by cause.',
    }),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    policy: t.field({
      type: RetentionPolicyObject,
      description: 'The policy that the run was made under.',
      resolve: ({ policyId }, _args, { db }) => readPolicyOf(db, policyId),
    }),
    policyInForce: t.boolean({
      description:
        'True while that policy is in force. Otherwise no more of the announced photos are removed.',
      resolve: async ({ policyId }, _args, { db }) => (await readRetentionPolicy(db)).id === policyId,
    }),
    announced: t.connection(
      {
        type: AnnouncedPhotoObject,
        description:
          'The photos that the dry run announced, in the order of their SHA-256. An EXPIRY lists the photos of its dry run.',
        resolve: async ({ id, announcedById, policyId }, request, { db }) => {
          const dryRunId = announcedById ?? id;
          const policy = await readPolicyOf(db, policyId);
          return {
            ...(await readPage(listAnnouncedPhotos(db, dryRunId, policy), request)),
            count: () => countAnnouncedPhotos(db, dryRunId),
          };
        },
      },
      {
        name: 'RetentionAnnouncedPhotoConnection',
        fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
      },
      { name: 'RetentionAnnouncedPhotoEdge' },
    ),
  }),
});

builder.queryField('retentionPolicy', (t) =>
  t.field({
    type: RetentionPolicyObject,
    authScopes: { may: 'retentionRead' },
    resolve: (_root, _args, { db }) => readRetentionPolicy(db),
  }),
);

builder.queryField('retentionRun', (t) =>
  t.field({
    type: RetentionRunNode,
    nullable: true,
    authScopes: { may: 'retentionRead' },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }) => uuidOf('RetentionRun', id),
  }),
);

builder.queryField('retentionRuns', (t) =>
  t.connection(
    {
      type: RetentionRunNode,
      description: 'Dry runs and expiries, newest first.',
      authScopes: { may: 'retentionRead' },
      resolve: async (_root, request, { db }) => ({
        ...(await readPage(listRetentionRuns(db), request)),
        count: () => countRetentionRuns(db),
      }),
    },
    {
      name: 'RetentionRunConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'RetentionRunEdge' },
  ),
);

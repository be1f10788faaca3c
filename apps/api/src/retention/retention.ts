import { retentionRunKinds } from '@gondola/db';
import { type RetentionPolicy, readPolicyOf, readRetentionPolicy } from '@gondola/pipeline/archive';
import { builder } from '../builder.ts';
import {
  countAnnouncedPhotos,
  findRetentionRun,
  listAnnouncedPhotos,
} from '../queries/find-retained-photos.ts';
import { countRetentionRuns, listRetentionRuns, type RetentionRunRow } from '../queries/find-retention.ts';
import { readPage } from '../queries/read-page.ts';
import { uuidOf } from './node-id.ts';
import { AnnouncedPhotoObject } from './retention-photo.ts';

const RetentionRunKindEnum = builder.enumType('RetentionRunKind', { values: retentionRunKinds });

export const RetentionPolicyObject = builder.objectRef<RetentionPolicy>('RetentionPolicy').implement({
  description: 'How long things are kept, in days. The newest counts.',
  fields: (t) => ({
    builtIn: t.boolean({ description: 'Nobody has set one.', resolve: ({ id }) => id === null }),
    reviewDays: t.exposeInt('reviewDays', { description: 'From scoring to ARCHIVED.' }),
    cleanPhotoDays: t.exposeInt('cleanPhotoDays', {
      nullable: true,
      description: 'From ARCHIVED until the photo of a capture without a fault expires; null: never.',
    }),
    faultyPhotoDays: t.exposeInt('faultyPhotoDays', {
      nullable: true,
      description: 'The same for a capture with a fault or without a score.',
    }),
    noticeDays: t.exposeInt('noticeDays', {
      description: 'From the dry run that announces an expiry to the expiry.',
    }),
    note: t.exposeString('note'),
    createdBy: t.exposeString('createdBy', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime', nullable: true }),
  }),
});

export const RetentionRun = builder.objectRef<RetentionRunRow>('RetentionRun').implement({
  description: 'What a policy lets go (DRY_RUN), or the removal of what a dry run announced (EXPIRY).',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: RetentionRunKindEnum }),
    announcedById: t.exposeID('announcedById', { nullable: true, description: 'Of an EXPIRY: its dry run.' }),
    captures: t.exposeInt('captures'),
    photos: t.exposeInt('photos'),
    byteLength: t.exposeFloat('byteLength', { description: 'Of the originals.' }),
    facts: t.expose('facts', {
      type: 'JSON',
      description: 'Of an EXPIRY, in `kept`: how many photos stayed after all, by why.',
    }),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    policy: t.field({
      type: RetentionPolicyObject,
      description: 'The one it was made under.',
      resolve: ({ policyId }, _args, { db }) => readPolicyOf(db, policyId),
    }),
    policyInForce: t.boolean({
      description: 'Whether that policy still counts. If not, nothing more of what was announced is removed.',
      resolve: async ({ policyId }, _args, { db }) => (await readRetentionPolicy(db)).id === policyId,
    }),
    announced: t.connection(
      {
        type: AnnouncedPhotoObject,
        description:
          'The photos that were announced, as the dry run wrote them down (of an EXPIRY: its dry run), in the order of their SHA-256. 50 unless told, 200 at most.',
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
    type: RetentionRun,
    nullable: true,
    authScopes: { may: 'retentionRead' },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, { db }) => {
      const id = uuidOf('RetentionRun', args.id);
      return id === null ? null : findRetentionRun(db, id);
    },
  }),
);

builder.queryField('retentionRuns', (t) =>
  t.connection(
    {
      type: RetentionRun,
      description: 'Newest first; 50 unless told, 200 at most.',
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

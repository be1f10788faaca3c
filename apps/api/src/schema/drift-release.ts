import { releaseDriftGroup } from '@gondola/pipeline/drift';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import { writeAudit } from '../queries/write-audit.ts';
import { uuidOf } from './node-id.ts';
import { UserError, type UserErrorShape } from './problem.ts';
import { DriftReleaseModeEnum } from './vocabulary.ts';

interface Payload {
  released: number;
  skipped: number;
  userErrors: UserErrorShape[];
}

const DriftReleasePayload = builder.objectRef<Payload>('DriftReleasePayload').implement({
  fields: (t) => ({
    released: t.exposeInt('released'),
    skipped: t.exposeInt('skipped', {
      description: 'Captures that stay in the queue because the mode finds no version for them.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

const DriftReleaseInput = builder.inputType('DriftReleaseInput', {
  fields: (t) => ({
    bayId: t.id({ required: true }),
    taggedVersion: t.string({ required: true }),
    mode: t.field({ type: DriftReleaseModeEnum, required: true }),
  }),
});

builder.mutationField('driftRelease', (t) =>
  t.field({
    type: DriftReleasePayload,
    authScopes: { may: 'driftRelease' },
    args: { input: t.arg({ type: DriftReleaseInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const person = personOf(context.viewer);
      const { taggedVersion, mode } = input;
      const bayId = uuidOf('Bay', input.bayId);
      if (bayId === null) return refused('BAY_UNKNOWN', 'There is no bay of this id.');
      // A large group is released in several transactions, each with its captures' history rows in this person's
      // name; what was asked for is on record before the first of them.
      const object = `bay:${bayId}`;
      await writeAudit(context.db, person, 'driftRelease', object, { taggedVersion, mode });
      const release = await releaseDriftGroup(context, { bayId, taggedVersion, mode, actor: person.email });
      if ('problem' in release) return refused(release.problem, release.message);
      await writeAudit(context.db, person, 'driftReleased', object, { taggedVersion, mode, ...release });
      return { ...release, userErrors: [] };
    },
  }),
);

const refused = (code: string, message: string): Payload => ({
  released: 0,
  skipped: 0,
  userErrors: [{ code, message }],
});

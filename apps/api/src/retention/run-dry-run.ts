import { runDryRun } from '@gondola/pipeline/retention';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { RetentionRunNode } from '../graphql/nodes/nodes.ts';
import type { RetentionRunRow } from './retention-rows.ts';

interface Payload {
  run: RetentionRunRow | null;
  userErrors: UserErrorShape[];
}

const RetentionDryRunPayload = builder.objectRef<Payload>('RetentionDryRunPayload').implement({
  fields: (t) => ({
    run: t.expose('run', { type: RetentionRunNode, nullable: true }),
    userErrors: t.expose('userErrors', { type: [UserError] }),
  }),
});

builder.mutationField('retentionDryRun', (t) =>
  t.field({
    type: RetentionDryRunPayload,
    description:
      'Announces which photos the policy in force would remove. They are removed after the days of notice, unless something holds them. A dry run is made every week without a request.',
    authScopes: { may: 'retentionDryRun' },
    resolve: (_root, _args, context) => dryRun(context),
  }),
);

async function dryRun({ db, viewer }: ApiContext): Promise<Payload> {
  const result = await runDryRun(db, actorOf(viewer));
  if ('run' in result) return { ...result, userErrors: [] };
  const message = 'Under the policy in force no photo ever expires.';
  return { run: null, userErrors: [{ code: result.problem, message }] };
}

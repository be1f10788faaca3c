import { builder } from '../builder.ts';
import { requestError } from '../graphql/request-error.ts';
import { countPlanograms, countVersions, listPlanograms, versionsOf } from '../queries/find-planograms.ts';
import { readPage } from '../queries/read-page.ts';
import { PlanogramNode, PlanogramVersionNode } from './nodes.ts';

/** A planogram that changes each week has so many in four years. */
const mostVersions = 200;

PlanogramNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    versions: t.loadableList({
      type: PlanogramVersionNode,
      description: `The latest of them, ${mostVersions} at most, oldest first; versionCount counts them all.`,
      args: {
        last: t.arg.int({ description: `How many; ${mostVersions} unless told.` }),
        search: t.arg.string({
          description: 'Those whose label holds it; all of them where the planogram’s code or name does.',
        }),
      },
      byPath: true,
      load: async (planogramIds: string[], { db }, { last, search }) =>
        versionsOf(db, planogramIds, { last: versionsAsked(last), search: search ?? null }),
      resolve: (row) => row.id,
    }),
    versionCount: t.loadable({
      type: 'Int',
      load: (planogramIds: string[], { db }) => countVersions(db, planogramIds),
      resolve: (row) => row.id,
    }),
  }),
});

builder.queryField('planograms', (t) =>
  t.connection(
    {
      type: PlanogramNode,
      description: 'By code; 50 unless told, 200 at most.',
      authScopes: { may: 'planogramList' },
      args: {
        search: t.arg.string({
          description: 'Words as they are, in any case: in the code, the name or the label of a version.',
        }),
      },
      resolve: async (_root, { search, ...request }, { db }) => ({
        ...(await readPage(listPlanograms(db, search ?? null), request)),
        count: () => countPlanograms(db, search ?? null),
      }),
    },
    {
      name: 'PlanogramConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'PlanogramEdge' },
  ),
);

function versionsAsked(last: number | null | undefined): number {
  const asked = last ?? mostVersions;
  if (asked < 0 || asked > mostVersions)
    throw requestError('BAD_USER_INPUT', `0 to ${mostVersions} versions can be asked for.`);
  return asked;
}

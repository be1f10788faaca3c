import { requestError } from '../errors/request-error.ts';
import { builder } from '../graphql/builder.ts';
import { CategoryNode, PlanogramNode, PlanogramVersionNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { countPlanograms, countVersions, listPlanograms, versionsOf } from './planogram-rows.ts';

/** A planogram that changes every week has this many versions in four years. */
const maxVersions = 200;

PlanogramNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    category: t.field({
      type: CategoryNode,
      nullable: true,
      description:
        'The category; null when none was given. Captures of a version have the category of its planogram.',
      resolve: (row) => row.categoryId,
    }),
    versions: t.loadableList({
      type: PlanogramVersionNode,
      description: `The latest versions, ${maxVersions} at most, oldest first. The field versionCount counts all.`,
      args: {
        last: t.arg.int({
          description: `How many of the latest versions: 0 to ${maxVersions}, ${maxVersions} by default.`,
        }),
        search: t.arg.string({
          description:
            'Only versions whose label contains this text, unless the planogram’s code or name contains it.',
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
      description: 'The planograms, by code.',
      authScopes: { may: 'planogramList' },
      args: {
        search: t.arg.string({
          description:
            'Only planograms whose code, name or version label contains this text, in any letter case.',
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
  const asked = last ?? maxVersions;
  if (asked < 0 || asked > maxVersions)
    throw requestError('BAD_USER_INPUT', `0 to ${maxVersions} versions can be asked for.`);
  return asked;
}

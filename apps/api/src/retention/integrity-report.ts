import { builder } from '../graphql/builder.ts';
import { IntegrityReportNode } from '../graphql/nodes/nodes.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { countIntegrityReports, listIntegrityReports } from './retention-rows.ts';

IntegrityReportNode.implement({
  description:
    'A comparison of the object store with the rows that name its objects. Counts are 0 until the check has ended.',
  fields: (t) => ({
    rows: t.exposeInt('rows'),
    objects: t.exposeInt('objects'),
    missing: t.exposeInt('missing', {
      description: 'The number of rows whose object is missing. Each one is a loss.',
    }),
    damaged: t.exposeInt('damaged', {
      description:
        'The number of objects with another length than recorded, or with bytes of another SHA-256.',
    }),
    orphaned: t.exposeInt('orphaned', {
      description: 'The number of objects that no row names. They waste space, but nothing is lost.',
    }),
    samples: t.expose('samples', {
      type: 'JSON',
      description: 'Up to 20 SHA-256 of missing, damaged and orphaned objects each, as a JSON object.',
    }),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('integrityReports', (t) =>
  t.connection(
    {
      type: IntegrityReportNode,
      description: 'The reports, newest first.',
      authScopes: { may: 'retentionRead' },
      resolve: async (_root, request, { db }) => ({
        ...(await readPage(listIntegrityReports(db), request)),
        count: () => countIntegrityReports(db),
      }),
    },
    {
      name: 'IntegrityReportConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'IntegrityReportEdge' },
  ),
);

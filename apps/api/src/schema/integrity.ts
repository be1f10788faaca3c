import { requestIntegrityCheck } from '@gondola/pipeline/archive';
import { personOf } from '../auth/viewer.ts';
import { builder } from '../builder.ts';
import {
  countIntegrityReports,
  type IntegrityReportRow,
  listIntegrityReports,
} from '../queries/find-retention.ts';
import { readPage } from '../queries/read-page.ts';
import { writeAudit } from '../queries/write-audit.ts';

const IntegrityReport = builder.objectRef<IntegrityReportRow>('IntegrityReport').implement({
  description:
    'A comparison of the object store with the rows that name its objects. Without an end it is still to come.',
  fields: (t) => ({
    id: t.exposeID('id'),
    rows: t.exposeInt('rows'),
    objects: t.exposeInt('objects'),
    missing: t.exposeInt('missing', { description: 'Rows whose object is not there: a loss.' }),
    damaged: t.exposeInt('damaged', {
      description: 'Objects of another length, or whose bytes are not their name.',
    }),
    orphaned: t.exposeInt('orphaned', { description: 'Objects that no row names: wasted space.' }),
    samples: t.expose('samples', { type: 'JSON', description: 'Some SHA-256 of each kind.' }),
    createdBy: t.exposeString('createdBy'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
  }),
});

builder.queryField('integrityReports', (t) =>
  t.connection(
    {
      type: IntegrityReport,
      description: 'Newest first; 50 unless told, 200 at most.',
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

const IntegrityCheckPayload = builder
  .objectRef<{ report: IntegrityReportRow }>('IntegrityCheckPayload')
  .implement({ fields: (t) => ({ report: t.expose('report', { type: IntegrityReport }) }) });

builder.mutationField('integrityCheck', (t) =>
  t.field({
    type: IntegrityCheckPayload,
    description:
      'Asks for a check, which a worker carries out within minutes; one that waits already is answered. One is made every week without being asked for.',
    authScopes: { may: 'integrityCheck' },
    resolve: (_root, _args, { db, viewer }) => {
      const person = personOf(viewer);
      return db.transaction(async (tx) => {
        const report = await requestIntegrityCheck(tx, person.email);
        await writeAudit(tx, person, 'integrityCheck', `integrity-report:${report.id}`, {});
        return { report };
      });
    },
  }),
);

import { requestIntegrityCheck } from '@gondola/pipeline/retention';
import { actorOf } from '../auth/viewer.ts';
import { builder } from '../graphql/builder.ts';
import { IntegrityReportNode } from '../graphql/nodes/nodes.ts';
import type { IntegrityReportRow } from './retention-rows.ts';

const IntegrityCheckPayload = builder
  .objectRef<{ report: IntegrityReportRow }>('IntegrityCheckPayload')
  .implement({ fields: (t) => ({ report: t.expose('report', { type: IntegrityReportNode }) }) });

builder.mutationField('integrityCheck', (t) =>
  t.field({
    type: IntegrityCheckPayload,
    description:
      'Asks for a check, which a worker carries out within minutes. When a check waits already, that one is returned. A check is made every week without a request.',
    authScopes: { may: 'integrityCheck' },
    resolve: async (_root, _args, { db, viewer }) => ({
      report: await requestIntegrityCheck(db, actorOf(viewer)),
    }),
  }),
);

import { builder } from '../builder.ts';
import { type AlertRow, countAlerts, listAlerts } from '../queries/find-alerts.ts';
import { readPage } from '../queries/read-page.ts';
import { CaptureNode, StoreNode } from './nodes.ts';
import { AlertRuleEnum } from './vocabulary.ts';

export const Alert = builder.objectRef<AlertRow>('Alert').implement({
  description: 'Something that a person should look at. One stays open per rule and subject.',
  fields: (t) => ({
    id: t.exposeID('id'),
    rule: t.expose('rule', { type: AlertRuleEnum }),
    subject: t.exposeString('subject'),
    message: t.exposeString('message'),
    occurrences: t.exposeInt('occurrences'),
    store: t.field({ type: StoreNode, nullable: true, resolve: (alert) => alert.storeId }),
    capture: t.field({ type: CaptureNode, nullable: true, resolve: (alert) => alert.captureId }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime' }),
    acknowledgedAt: t.expose('acknowledgedAt', { type: 'DateTime', nullable: true }),
    acknowledgedBy: t.exposeString('acknowledgedBy', { nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    closedBy: t.exposeString('closedBy', { nullable: true }),
  }),
});

const AlertFilter = builder.inputType('AlertFilter', {
  fields: (t) => ({
    open: t.boolean(),
    rule: t.field({ type: AlertRuleEnum }),
    storeCode: t.string(),
  }),
});

builder.queryField('alerts', (t) =>
  t.connection(
    {
      type: Alert,
      description: 'Newest first; 50 unless told, 200 at most.',
      authScopes: { may: 'alertList' },
      args: { filter: t.arg({ type: AlertFilter }) },
      resolve: async (_root, { filter, ...request }, { db }) => ({
        ...(await readPage(listAlerts(db, filter ?? {}), request)),
        count: () => countAlerts(db, filter ?? {}),
      }),
    },
    {
      name: 'AlertConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'AlertEdge' },
  ),
);

import { builder } from '../graphql/builder.ts';
import { AlertNode, CaptureNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { groupsInOrder } from '../graphql/paging/in-order.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { AlertRuleEnum } from '../graphql/vocabulary.ts';
import { readAlertCaptures } from './alert-capture-rows.ts';
import { countAlerts, listAlerts } from './alert-rows.ts';

AlertNode.implement({
  description: 'A condition that a person should examine. One alert is open for each rule and subject.',
  fields: (t) => ({
    rule: t.expose('rule', { type: AlertRuleEnum }),
    subject: t.exposeString('subject'),
    params: t.expose('params', { type: 'JSON' }),
    occurrences: t.exposeInt('occurrences'),
    store: t.field({ type: StoreNode, nullable: true, resolve: (alert) => alert.storeId }),
    capture: t.field({ type: CaptureNode, nullable: true, resolve: (alert) => alert.captureId }),
    captures: t.loadableList({
      type: CaptureNode,
      load: async (ids: string[], { db }) =>
        groupsInOrder(ids, await readAlertCaptures(db, ids), ({ alertId }) => alertId).map((shown) =>
          shown.map(({ captureId }) => captureId),
        ),
      resolve: ({ id }) => id,
    }),
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
      type: AlertNode,
      description: 'The alerts, newest first.',
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

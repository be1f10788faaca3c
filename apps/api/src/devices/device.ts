import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { CaptureNode, DeviceKeyNode, DeviceNode, StoreNode } from '../graphql/nodes/nodes.ts';
import { groupsInOrder, inOrder } from '../graphql/paging/in-order.ts';
import { readPage } from '../graphql/paging/read-page.ts';
import { ClockErrorSourceEnum } from '../graphql/vocabulary.ts';
import { countDevices, listDevices, readKeysOfDevices, readNewestCaptures } from './device-rows.ts';

DeviceNode.implement({
  fields: (t) => ({
    store: t.field({ type: StoreNode, resolve: (device) => device.storeId }),
    mac: t.exposeString('mac', { nullable: true }),
    keys: t.loadableList({
      type: DeviceKeyNode,
      load: async (ids: string[], { db }: ApiContext) =>
        groupsInOrder(ids, await readKeysOfDevices(db, ids), (row) => row.deviceId ?? ''),
      resolve: (device) => device.id,
    }),
    clockErrorMs: t.exposeFloat('clockErrorMs', { nullable: true }),
    clockErrorSource: t.expose('clockErrorSource', { type: ClockErrorSourceEnum, nullable: true }),
    clockReviewedAt: t.expose('clockReviewedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    newestCapture: t.loadable({
      type: CaptureNode,
      nullable: true,
      load: async (ids: string[], { db }: ApiContext) =>
        inOrder(
          ids,
          await readNewestCaptures(db, ids),
          (row) => row.deviceId,
          (row) => row.id,
        ),
      resolve: (device) => device.id,
    }),
  }),
});

const DeviceFilter = builder.inputType('DeviceFilter', {
  fields: (t) => ({ storeCode: t.string(), clockErrorKnown: t.boolean() }),
});

builder.queryField('devices', (t) =>
  t.connection(
    {
      type: DeviceNode,
      authScopes: { may: 'storeList' },
      args: { filter: t.arg({ type: DeviceFilter }) },
      resolve: async (_root, { filter, ...request }, { db }) => ({
        ...(await readPage(listDevices(db, filter ?? {}), request)),
        count: () => countDevices(db, filter ?? {}),
      }),
    },
    {
      name: 'DeviceConnection',
      fields: (c) => ({ totalCount: c.int({ resolve: ({ count }) => count() }) }),
    },
    { name: 'DeviceEdge' },
  ),
);

import { builder } from '../graphql/builder.ts';
import { RowsSavePayload, saveRows } from './rows-save-payload.ts';

const StoreRowInput = builder.inputType('StoreRowInput', {
  fields: (t) => ({
    store: t.string({ required: true }),
    name: t.string(),
    timeZone: t.string(),
  }),
});

const StoresSaveInput = builder.inputType('StoresSaveInput', {
  fields: (t) => ({ rows: t.field({ type: [StoreRowInput], required: true }) }),
});

builder.mutationField('storesSave', (t) =>
  t.field({
    type: RowsSavePayload,
    authScopes: { may: 'storeCreate' },
    args: { input: t.arg({ type: StoresSaveInput, required: true }) },
    resolve: (_root, { input }, context) =>
      saveRows(
        context,
        'STORES',
        input.rows.map(({ timeZone, ...row }) => ({ ...row, time_zone: timeZone })),
      ),
  }),
);

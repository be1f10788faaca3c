import { builder } from '../graphql/builder.ts';
import { RowsSavePayload, saveRows } from './rows-save-payload.ts';

const ProductRowInput = builder.inputType('ProductRowInput', {
  fields: (t) => ({
    catalog: t.string(),
    sku: t.string({ required: true }),
    gtin: t.string(),
    name: t.string(),
    brand: t.string(),
    category: t.string(),
    widthMm: t.float(),
    heightMm: t.float(),
    depthMm: t.float(),
  }),
});

const ProductsSaveInput = builder.inputType('ProductsSaveInput', {
  fields: (t) => ({ rows: t.field({ type: [ProductRowInput], required: true }) }),
});

builder.mutationField('productsSave', (t) =>
  t.field({
    type: RowsSavePayload,
    authScopes: { may: 'masterDataSave' },
    args: { input: t.arg({ type: ProductsSaveInput, required: true }) },
    resolve: (_root, { input }, context) =>
      saveRows(
        context,
        'PRODUCTS',
        input.rows.map(({ widthMm, heightMm, depthMm, ...row }) => ({
          ...row,
          width_mm: widthMm,
          height_mm: heightMm,
          depth_mm: depthMm,
        })),
      ),
  }),
);

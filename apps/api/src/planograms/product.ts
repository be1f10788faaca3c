import { ProductNode } from '../graphql/nodes/nodes.ts';
import { groupsInOrder } from '../graphql/paging/in-order.ts';
import { referenceImagesOf } from './product-rows.ts';

ProductNode.implement({
  authScopes: { may: 'captureRead' },
  fields: (t) => ({
    catalog: t.exposeString('catalog'),
    sku: t.exposeString('sku'),
    gtin: t.exposeString('gtin', { nullable: true }),
    name: t.exposeString('name'),
    brand: t.exposeString('brand', { nullable: true }),
    category: t.exposeString('category', { nullable: true }),
    widthMm: t.exposeFloat('widthMm'),
    heightMm: t.exposeFloat('heightMm'),
    imageUrls: t.loadableList({
      type: 'String',
      description: 'Signed paths of the reference images on this API. They are valid for a few minutes.',
      load: async (productIds: string[], { db, images }) => {
        const rows = await referenceImagesOf(db, productIds);
        const groups = groupsInOrder(productIds, rows, (row) => row.productId);
        return groups.map((group) => group.map((row) => images.pathOf(row.sha256)));
      },
      resolve: (product) => product.id,
    }),
  }),
});

import { type Database, productImage } from '@gondola/db';
import { inArray } from 'drizzle-orm';
import { groupsInOrder } from '../queries/in-order.ts';
import { ProductNode } from './nodes.ts';

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
      description: 'Signed addresses of its reference images; they live for a few minutes.',
      load: async (productIds: string[], { db, images }) => {
        const rows = await referenceImagesOf(db, productIds);
        const groups = groupsInOrder(productIds, rows, (row) => row.productId);
        return groups.map((group) => group.map((row) => images.pathOf(row.sha256)));
      },
      resolve: (product) => product.id,
    }),
  }),
});

const referenceImagesOf = (db: Database, productIds: string[]) =>
  db
    .select()
    .from(productImage)
    .where(inArray(productImage.productId, productIds))
    .orderBy(productImage.createdAt, productImage.sha256);

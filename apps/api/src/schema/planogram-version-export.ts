import { planogram, type planogramVersion, product, type Transaction } from '@gondola/db';
import { exportPlanogram, exportPlanogramCsv, type Suggested } from '@gondola/pipeline/planogram';
import { readPlanogram } from '@gondola/pipeline/planogram-versions';
import { eq } from 'drizzle-orm';
import { builder } from '../builder.ts';
import { PlanogramVersionNode } from './nodes.ts';

const writers = { GONDOLA: exportPlanogram, CSV: exportPlanogramCsv };

const PlanogramExportFormat = builder.enumType('PlanogramExportFormat', {
  description: 'GONDOLA is our own JSON, which loses nothing; CSV is one row a position.',
  values: ['GONDOLA', 'CSV'] as const,
});

builder.objectField(PlanogramVersionNode, 'export', (t) =>
  t.string({
    description: 'The version as the text of a file; planogramImport reads the same version back.',
    authScopes: { may: 'planogramList' },
    args: { format: t.arg({ type: PlanogramExportFormat, required: true }) },
    resolve: (version, { format }, { db }) =>
      // One snapshot: an import in between may rename products.
      db.transaction(
        async (tx) => {
          const content = await readPlanogram(tx, version.id);
          const firstProductId = content.products[0]?.id ?? null;
          return writers[format](content, await identify(tx, version, firstProductId));
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
  }),
);

/** All products of a version come from one file, and so from one catalog. */
async function identify(
  tx: Transaction,
  version: typeof planogramVersion.$inferSelect,
  productId: string | null,
): Promise<Suggested> {
  const [plan] = await tx.select().from(planogram).where(eq(planogram.id, version.planogramId));
  const [row] = productId
    ? await tx.select({ catalog: product.catalog }).from(product).where(eq(product.id, productId))
    : [];
  const { label, effectiveFrom, effectiveTo } = version;
  return {
    label,
    ...(plan ? { code: plan.code, name: plan.name } : {}),
    ...(row ? { catalog: row.catalog } : {}),
    ...(effectiveFrom ? { effectiveFrom: effectiveFrom.toISOString() } : {}),
    ...(effectiveTo ? { effectiveTo: effectiveTo.toISOString() } : {}),
  };
}

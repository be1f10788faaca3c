import { type Credential, partOf, type TestApi } from '../testing/start-test-api.ts';

/** A shelf with products side by side, 100 mm each. */
const file = (skus: readonly string[]) =>
  JSON.stringify({
    format: 'gondola-planogram/1',
    widthMm: 1000,
    heightMm: 500,
    shelves: [{ id: 's1', xMm: 0, yMm: 400, widthMm: 1000, heightMm: 30 }],
    products: skus.map((sku) => ({ sku, name: `Product ${sku}`, widthMm: 100, heightMm: 200 })),
    positions: skus.map((sku, i) => ({ id: `p${i + 1}`, sku, shelf: 's1', xMm: 100 * i })),
  });

/** Imports a version of the planogram "snacks": one shelf with these products in their order. Returns its global id. */
export async function importShelf(
  api: TestApi,
  manager: Credential,
  { label, skus, period }: { label: string; skus: readonly string[]; period?: object },
): Promise<string> {
  const answer = await api.ask(
    'mutation ($input: PlanogramImportInput!) { planogramImport(input: $input) { version { id } } }',
    {
      input: {
        format: 'GONDOLA',
        content: file(skus),
        label,
        code: 'snacks',
        name: 'Snacks',
        catalog: 'c',
        ...period,
      },
    },
    manager,
  );
  return partOf<{ version: { id: string } }>(answer, 'planogramImport').version.id;
}

import { graphql } from '../../generated/gql.ts';
import type { PlanogramExportFormat } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';
import { fileName } from '../../lib/file-name.ts';

const document = graphql(`
  query ExportVersion($label: String!, $format: PlanogramExportFormat!) {
    planogramVersion(label: $label) { export(format: $format) }
  }
`);

const kinds: Record<PlanogramExportFormat, { ending: string; type: string }> = {
  GONDOLA: { ending: 'json', type: 'application/json' },
  CSV: { ending: 'csv', type: 'text/csv;charset=utf-8' },
};

/** Exports a version as a file that can be imported again. */
export async function exportVersion(label: string, format: PlanogramExportFormat): Promise<File> {
  const { planogramVersion } = await execute(document, { label, format });
  const { ending, type } = kinds[format];
  return new File([planogramVersion?.export ?? ''], `${fileName(label)}.${ending}`, { type });
}

import { graphql } from '../../generated/gql.ts';
import type { PlanogramExportFileFormat } from '../../generated/graphql.ts';
import { execute } from '../../lib/execute.ts';
import { fileName } from '../../lib/file-name.ts';

const document = graphql(`
  query ExportVersion($label: String!, $format: PlanogramExportFileFormat!) {
    planogramVersion(label: $label) { exportFile(format: $format) { name mediaType contentBase64 } }
  }
`);

/** Exports a version as a file. */
export async function exportVersion(label: string, format: PlanogramExportFileFormat): Promise<File> {
  const { planogramVersion } = await execute(document, { label, format });
  if (!planogramVersion) throw new Error(`There is no version ${label} any more.`);
  const { name, mediaType, contentBase64 } = planogramVersion.exportFile;
  const bytes = Uint8Array.from(atob(contentBase64), (character) => character.charCodeAt(0));
  return new File([bytes], fileName(name), { type: mediaType });
}

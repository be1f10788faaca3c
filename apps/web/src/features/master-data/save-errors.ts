import { graphql } from '../../generated/gql.ts';
import { execute } from '../../lib/execute.ts';
import { saveFile } from '../../lib/save-file.ts';

const document = graphql(`
  query ReadMasterDataErrors($id: ID!) {
    node(id: $id) {
      ... on MasterDataImport { id kind errors { line code column value message } }
    }
  }
`);

/** Downloads the rows that an import left out, as CSV. */
export async function saveErrors(id: string): Promise<void> {
  const { node } = await execute(document, { id });
  if (!node || !('errors' in node)) return;
  const rows = node.errors.map(({ line, code, column, value, message }) =>
    [String(line), code, column, value, message].map(quoted).join(','),
  );
  const text = ['line,code,column,value,message', ...rows, ''].join('\r\n');
  // The mark tells spreadsheets that the file is UTF-8.
  saveFile(new File(['\uFEFF', text], `left-out-${node.kind.toLowerCase()}.csv`, { type: 'text/csv' }));
}

/** Quotes a cell. A sign at its beginning would make a formula in a spreadsheet. */
export const quoted = (cell: string): string =>
  `"${cell.replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`;

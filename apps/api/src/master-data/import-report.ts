import type { FileProblem, FileReport, RowDifference } from '@gondola/pipeline/master-data';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { MasterDataOutcomeEnum } from '../graphql/vocabulary.ts';
import { MasterDataError } from './row-error.ts';

const MasterDataChange = builder.objectRef<RowDifference['changes'][number]>('MasterDataChange').implement({
  fields: (t) => ({
    column: t.exposeString('field'),
    from: t.string({ nullable: true, resolve: ({ from }) => (from === null ? null : String(from)) }),
    to: t.string({ resolve: ({ to }) => String(to) }),
  }),
});

const MasterDataDifference = builder.objectRef<RowDifference>('MasterDataDifference').implement({
  fields: (t) => ({
    line: t.exposeInt('line'),
    outcome: t.expose('outcome', { type: MasterDataOutcomeEnum }),
    key: t.exposeString('key'),
    changes: t.expose('changes', { type: [MasterDataChange] }),
  }),
});

/** Errors that the answer of a preview lists. */
const maxErrorsShown = 200;

export const MasterDataReport = builder.objectRef<FileReport>('MasterDataReport').implement({
  fields: (t) => ({
    rows: t.exposeInt('rows'),
    created: t.exposeInt('created'),
    changed: t.exposeInt('changed'),
    unchanged: t.exposeInt('unchanged'),
    failed: t.exposeInt('failed'),
    differences: t.expose('differences', { type: [MasterDataDifference] }),
    errors: t.field({ type: [MasterDataError], resolve: ({ errors }) => errors.slice(0, maxErrorsShown) }),
    unusedColumns: t.exposeStringList('unusedColumns'),
  }),
});

/** Returns why no row of a file was read, for people. */
export function fileError(problem: FileProblem): UserErrorShape {
  return { code: problem.problem, message: sentenceOf(problem), field: ['content'] };
}

function sentenceOf(problem: FileProblem): string {
  switch (problem.problem) {
    case 'FILE_EMPTY':
      return 'The file has no rows.';
    case 'TEXT_INVALID':
      return 'The file is no text: save it as CSV in UTF-8.';
    case 'WORKBOOK_UNSUPPORTED':
      return 'The file is a workbook. Save the sheet as CSV in UTF-8 and choose that file.';
    case 'COLUMN_MISSING':
      return `The first row names no column “${problem.column}”.`;
    case 'COLUMN_REPEATED':
      return `Two columns of the first row mean “${problem.column}”.`;
    case 'ROW_INVALID':
      return `Line ${problem.line} cannot be read: a quotation mark is not closed, or stands inside a value.`;
    case 'TOO_MANY_ROWS':
      return `The file has more than ${problem.maxRows} rows: split it. A file deletes nothing.`;
  }
}

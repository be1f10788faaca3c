import type { MasterDataKind } from '@gondola/db';
import { type GivenRow, type RowOutcome, saveMasterData } from '@gondola/pipeline/master-data';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { MasterDataImportNode } from '../graphql/nodes/nodes.ts';
import { MasterDataOutcomeEnum } from '../graphql/vocabulary.ts';
import { MasterDataError } from './row-error.ts';

const MasterDataRowResult = builder.objectRef<RowOutcome>('MasterDataRowResult').implement({
  fields: (t) => ({
    outcome: t.field({
      type: MasterDataOutcomeEnum,
      resolve: (row) => ('code' in row ? 'FAILED' : row.outcome),
    }),
    error: t.field({
      type: MasterDataError,
      nullable: true,
      resolve: (row) => ('code' in row ? row : null),
    }),
  }),
});

interface Payload {
  importId?: string;
  outcomes?: RowOutcome[];
  userErrors?: UserErrorShape[];
}

export const RowsSavePayload = builder.objectRef<Payload>('RowsSavePayload').implement({
  description: 'The outcome of each row that was handed in. Rows in error do not hold up the others.',
  fields: (t) => ({
    results: t.field({ type: [MasterDataRowResult], resolve: ({ outcomes }) => outcomes ?? [] }),
    import: t.field({
      type: MasterDataImportNode,
      nullable: true,
      resolve: ({ importId }) => importId ?? null,
    }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

/** Rows of one request: their outcomes come back with it. */
const maxRows = 1_000;

/** Saves rows of a kind for the viewer. */
export async function saveRows(
  { db, viewer }: ApiContext,
  kind: MasterDataKind,
  rows: readonly GivenRow[],
): Promise<Payload> {
  if (rows.length > maxRows)
    return {
      userErrors: [{ code: 'TOO_MANY', message: `Hand in ${maxRows} rows at most.`, field: ['rows'] }],
    };
  return saveMasterData(db, actorOf(viewer), { kind, rows });
}

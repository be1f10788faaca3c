import { builder } from '../graphql/builder.ts';
import { RowsSavePayload, saveRows } from './rows-save-payload.ts';

const AssignmentRowInput = builder.inputType('AssignmentRowInput', {
  fields: (t) => ({
    store: t.string({ required: true }),
    aisle: t.string({ required: true }),
    version: t.string({ required: true }),
    from: t.string(),
  }),
});

const AssignmentsSaveInput = builder.inputType('AssignmentsSaveInput', {
  fields: (t) => ({ rows: t.field({ type: [AssignmentRowInput], required: true }) }),
});

builder.mutationField('assignmentsSave', (t) =>
  t.field({
    type: RowsSavePayload,
    authScopes: { may: 'planogramVersionActivate' },
    args: { input: t.arg({ type: AssignmentsSaveInput, required: true }) },
    resolve: (_root, { input }, context) => saveRows(context, 'ASSIGNMENTS', input.rows),
  }),
);

import { type FileReport, importMasterData } from '@gondola/pipeline/master-data';
import { actorOf } from '../auth/viewer.ts';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { MasterDataImportNode } from '../graphql/nodes/nodes.ts';
import { readFile } from '../planograms/read-planogram-file.ts';
import { fileError, MasterDataReport } from './import-report.ts';
import { actOf, type FileInput, MasterDataFileInput } from './master-data-file-input.ts';

interface Payload {
  importId?: string;
  report?: FileReport;
  userErrors?: UserErrorShape[];
}

const MasterDataImportPayload = builder.objectRef<Payload>('MasterDataImportPayload').implement({
  fields: (t) => ({
    import: t.field({
      type: MasterDataImportNode,
      nullable: true,
      resolve: ({ importId }) => importId ?? null,
    }),
    report: t.field({ type: MasterDataReport, nullable: true, resolve: ({ report }) => report ?? null }),
    userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
  }),
});

builder.mutationField('masterDataImport', (t) =>
  t.field({
    type: MasterDataImportPayload,
    authScopes: (_root, { input }) => ({ may: actOf(input.kind) }),
    args: { input: t.arg({ type: MasterDataFileInput, required: true }) },
    resolve: (_root, { input }, context) => importFile(context, input),
  }),
);

async function importFile({ db, viewer }: ApiContext, input: FileInput): Promise<Payload> {
  const { kind, fileName = null } = input;
  const userErrors = findTextErrors({ fileName: { value: fileName, limit: 'name' } });
  if (userErrors.length > 0) return { userErrors };
  const file = readFile(input);
  if ('userErrors' in file) return file;
  const report = await importMasterData(db, actorOf(viewer), { kind, content: file.content, fileName });
  return 'problem' in report ? { userErrors: [fileError(report)] } : { report, importId: report.importId };
}

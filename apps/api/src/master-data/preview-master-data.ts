import { type FileReport, previewMasterData } from '@gondola/pipeline/master-data';
import type { ApiContext } from '../context.ts';
import { builder } from '../graphql/builder.ts';
import { UserError, type UserErrorShape } from '../graphql/errors/problem.ts';
import { readFile } from '../planograms/read-planogram-file.ts';
import { fileError, MasterDataReport } from './import-report.ts';
import { actOf, type FileInput, MasterDataFileInput } from './master-data-file-input.ts';

interface Payload {
  report?: FileReport;
  userErrors?: UserErrorShape[];
}

const MasterDataImportPreviewPayload = builder
  .objectRef<Payload>('MasterDataImportPreviewPayload')
  .implement({
    fields: (t) => ({
      report: t.field({ type: MasterDataReport, nullable: true, resolve: ({ report }) => report ?? null }),
      userErrors: t.field({ type: [UserError], resolve: ({ userErrors }) => userErrors ?? [] }),
    }),
  });

builder.mutationField('masterDataImportPreview', (t) =>
  t.field({
    type: MasterDataImportPreviewPayload,
    authScopes: (_root, { input }) => ({ may: actOf(input.kind) }),
    args: { input: t.arg({ type: MasterDataFileInput, required: true }) },
    resolve: (_root, { input }, context) => preview(context, input),
  }),
);

async function preview({ db }: ApiContext, input: FileInput): Promise<Payload> {
  const file = readFile(input);
  if ('userErrors' in file) return file;
  const { kind, fileName = null } = input;
  const report = await previewMasterData(db, { kind, content: file.content, fileName });
  return 'problem' in report ? { userErrors: [fileError(report)] } : { report };
}

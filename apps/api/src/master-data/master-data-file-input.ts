import type { MasterDataKind } from '@gondola/db';
import type { Act } from '../auth/access-policy.ts';
import { builder } from '../graphql/builder.ts';
import { MasterDataKindEnum } from '../graphql/vocabulary.ts';

export const MasterDataFileInput = builder.inputType('MasterDataFileInput', {
  description: 'A file of master data of one kind, with the names of its columns in the first row.',
  fields: (t) => ({
    kind: t.field({ type: MasterDataKindEnum, required: true }),
    content: t.string({ description: 'The file as text. Give either this or `contentBase64`.' }),
    contentBase64: t.string({
      description: 'The bytes of the file as base64. The encoding is detected: UTF-8, UTF-16, Windows-1252.',
    }),
    fileName: t.string({ description: 'The name of the file, kept in the report.' }),
  }),
});
export type FileInput = typeof MasterDataFileInput.$inferInput;

/** Stores are the administrators', as `storeCreate` is. */
export const actOf = (kind: MasterDataKind): Act => (kind === 'STORES' ? 'storeCreate' : 'masterDataSave');

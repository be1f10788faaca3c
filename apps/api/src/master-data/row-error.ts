import type { MasterDataErrorRow } from '@gondola/db';
import { builder } from '../graphql/builder.ts';
import { MasterDataErrorCodeEnum } from '../graphql/vocabulary.ts';

export const MasterDataError = builder.objectRef<MasterDataErrorRow>('MasterDataError').implement({
  fields: (t) => ({
    line: t.exposeInt('line'),
    code: t.expose('code', { type: MasterDataErrorCodeEnum }),
    column: t.exposeString('column'),
    value: t.exposeString('value'),
    message: t.string({ resolve: sentenceOf }),
  }),
});

/** Returns what is wrong with a row, for people. */
export function sentenceOf({ code, column, value }: MasterDataErrorRow): string {
  switch (code) {
    case 'FIELD_MISSING':
      return `“${column}” is empty, and the row needs it.`;
    case 'FIELD_TOO_LONG':
      return `“${column}” has too many characters.`;
    case 'TEXT_INVALID':
      return `“${column}” has a character that no name has.`;
    case 'GTIN_INVALID':
      return `“${value}” is no GTIN: it has another length, or its check digit is wrong.`;
    case 'NUMBER_INVALID':
      return `“${value}” is no length of a pack.`;
    case 'TIME_ZONE_UNKNOWN':
      return `“${value}” is no IANA time zone, such as Europe/Berlin.`;
    case 'TIME_INVALID':
      return `“${value}” is no time such as 2026-06-01 or 2026-06-01 06:00.`;
    case 'KEY_REPEATED':
      return `An earlier row has the same ${column}: ${value}.`;
    case 'STORE_UNKNOWN':
      return `There is no store “${value}”.`;
    case 'CATEGORY_UNKNOWN':
      return `There is no category “${value}”: import the categories first.`;
    case 'VERSION_UNKNOWN':
      return `There is no planogram version “${value}”.`;
  }
}

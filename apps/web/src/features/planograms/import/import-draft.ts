import type { PlanogramFormat, PlanogramImportInput } from '../../generated/graphql.ts';
import { fromLocalMinute } from '../batches/local-minute.ts';

/** What a person says beside the file; empty text is left to the file. */
export interface ImportDraft {
  /** Null: the server tells it by how the file begins. */
  format: PlanogramFormat | null;
  label: string;
  code: string;
  name: string;
  catalog: string;
  /** Which planogram of a file that holds several. */
  planogram: string;
  unitMm: number | null;
  /** Values of date fields. */
  effectiveFrom: string;
  effectiveTo: string;
}

export const newImport: ImportDraft = {
  format: null,
  label: '',
  code: '',
  name: '',
  catalog: '',
  planogram: '',
  unitMm: null,
  effectiveFrom: '',
  effectiveTo: '',
};

/** The API takes requests of 12 MB, and base64 makes four bytes of three. */
export const mostFileBytes = 8_500_000;

/** Why a file is not even sent; null: it can be. */
export function whyNotSend({ size }: Pick<File, 'size'>): string | null {
  if (size === 0) return 'The file is empty.';
  if (size > mostFileBytes) return `The file has ${Math.round(size / 1e6)} MB; at most 8 MB can be read.`;
  return null;
}

/** Only what was said. A day begins and ends at midnight on the clock of this browser. */
export function toImportInput(draft: ImportDraft): Omit<PlanogramImportInput, 'content' | 'contentBase64'> {
  const input: Omit<PlanogramImportInput, 'content' | 'contentBase64'> = {};
  if (draft.format !== null) input.format = draft.format;
  if (draft.unitMm !== null) input.unitMm = draft.unitMm;
  for (const field of ['label', 'code', 'name', 'catalog', 'planogram'] as const) {
    const value = draft[field].trim();
    if (value !== '') input[field] = value;
  }
  for (const field of ['effectiveFrom', 'effectiveTo'] as const) {
    const at = draft[field] === '' ? null : fromLocalMinute(`${draft[field]}T00:00`);
    if (at !== null) input[field] = at;
  }
  return input;
}

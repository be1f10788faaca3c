import type { PlanogramFormat, PlanogramImportInput } from '../../../generated/graphql.ts';
import { fromLocalMinute } from '../../../lib/local-minute.ts';

/** What a person enters beside the file; an empty text is left to the file. */
export interface ImportDraft {
  /** Null: the server detects it from the file. */
  format: PlanogramFormat | null;
  label: string;
  code: string;
  name: string;
  catalog: string;
  /** Which planogram of a file that contains several. */
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
export const maxFileBytes = 8_500_000;

/** Returns why a file cannot be sent; null when it can. */
export function fileObstacle({ size }: Pick<File, 'size'>): string | null {
  if (size === 0) return 'The file is empty.';
  if (size > maxFileBytes) return `The file has ${Math.round(size / 1e6)} MB; at most 8 MB can be read.`;
  return null;
}

/** Returns only the fields that are set. A day begins and ends at midnight on the clock of this browser. */
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

import type { ParseOptions, Suggested } from '@gondola/pipeline/planogram';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';

/** The file of an import, as text or in base64, and values that its format may lack. */
export interface FileInput {
  content?: string | null | undefined;
  contentBase64?: string | null | undefined;
  planogram?: string | null | undefined;
  unitMm?: number | null | undefined;
}

/** What the import itself says about the version. */
export interface IdentityInput {
  label?: string | null | undefined;
  code?: string | null | undefined;
  name?: string | null | undefined;
  catalog?: string | null | undefined;
  effectiveFrom?: Date | null | undefined;
  effectiveTo?: Date | null | undefined;
}

/** Returns the file and its parse options, or what is wrong with the input. */
export function readFile(
  input: FileInput,
): { content: string | Uint8Array; options: ParseOptions } | { userErrors: UserErrorShape[] } {
  const { content, contentBase64, planogram, unitMm } = input;
  const refuse = (code: string, message: string, field: string) => ({
    userErrors: [{ code, message, field: [field] }],
  });
  if ((content ?? null) === null && (contentBase64 ?? null) === null)
    return refuse('FIELD_MISSING', 'Give the file as content or contentBase64.', 'content');
  if ((content ?? null) !== null && (contentBase64 ?? null) !== null)
    return refuse('FIELD_REPEATED', 'Give content or contentBase64, not both.', 'contentBase64');
  if (unitMm !== null && unitMm !== undefined && !(unitMm > 0 && unitMm <= maxUnitMm))
    return refuse('FIELD_INVALID', `unitMm has to be more than 0 and at most ${maxUnitMm}.`, 'unitMm');
  const bytes = contentBase64 ? Buffer.from(contentBase64, 'base64') : null;
  if (bytes !== null && bytes.toString('base64').replace(/=+$/, '') !== stripped(contentBase64))
    return refuse('FIELD_INVALID', 'contentBase64 is not base64.', 'contentBase64');
  const options = { ...(planogram ? { planogram } : {}), ...(unitMm ? { unitMm } : {}) };
  return { content: bytes ?? content ?? '', options };
}

/** A metre: no drawing has a larger unit. */
const maxUnitMm = 1_000;
const stripped = (base64: string | null | undefined) => (base64 ?? '').replace(/\s|=+\s*$/g, '');

export interface Identity {
  label: string;
  code: string;
  name: string;
  /** Null: neither the import nor the file says it. */
  catalog: string | null;
  effectiveFrom: Date | null;
  effectiveTo: Date | null;
}

/**
 * Combines the import's own values with the file's; the import takes precedence. Without another name, the label names
 * the planogram too.
 */
export function identify(
  input: IdentityInput,
  suggested: Suggested,
): Identity | { userErrors: UserErrorShape[] } {
  const label = input.label ?? suggested.label;
  if (label === undefined)
    return {
      userErrors: [
        {
          code: 'FIELD_MISSING',
          message: 'The file does not say its version: give a label.',
          field: ['label'],
        },
      ],
    };
  const code = input.code ?? suggested.code ?? label;
  const name = input.name ?? suggested.name ?? code;
  const catalog = input.catalog ?? suggested.catalog ?? null;
  const effectiveFrom = input.effectiveFrom ?? dateOf(suggested.effectiveFrom);
  const effectiveTo = input.effectiveTo ?? dateOf(suggested.effectiveTo);
  const userErrors = findTextErrors({
    label: { value: label, limit: 'label' },
    code: { value: code, limit: 'label' },
    name: { value: name, limit: 'name' },
    ...(catalog === null ? {} : { catalog: { value: catalog, limit: 'catalog' } as const }),
  });
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo <= effectiveFrom)
    userErrors.push({
      code: 'PERIOD_EMPTY',
      message: 'effectiveTo is not after effectiveFrom.',
      field: ['effectiveTo'],
    });
  return userErrors.length > 0 ? { userErrors } : { label, code, name, catalog, effectiveFrom, effectiveTo };
}

const dateOf = (iso: string | undefined): Date | null => (iso === undefined ? null : new Date(iso));

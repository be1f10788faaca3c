import type { AskedActivation, UnknownName } from '@gondola/pipeline/planogram-versions';
import { builder } from '../graphql/builder.ts';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import { unknownCodesError } from '../stores/unknown-codes-error.ts';

const ActivatedBayInput = builder.inputType('ActivatedBayInput', {
  description: 'A bay by its store and aisle.',
  fields: (t) => ({ storeCode: t.string({ required: true }), aisle: t.string({ required: true }) }),
});

export const PlanogramVersionActivateInput = builder.inputType('PlanogramVersionActivateInput', {
  description:
    'The version, and its bays: one aisle in the named stores and store groups, or a list of bays, each with its own aisle.',
  fields: (t) => ({
    label: t.string({ required: true }),
    aisle: t.string(),
    storeCode: t.string(),
    storeCodes: t.stringList(),
    groupCodes: t.stringList(),
    at: t.field({ type: 'DateTime', description: 'When the version becomes the active one; null for now.' }),
    bays: t.field({
      type: [ActivatedBayInput],
      description: 'The bays one by one, 10,000 at most, instead of `aisle` with stores and groups.',
    }),
    localTime: t.string({
      description:
        'When the version becomes the active one on the clock of each store, such as `2026-06-01T06:00`, instead of `at`. For `bays` only.',
    }),
  }),
});
export type ActivationInput = typeof PlanogramVersionActivateInput.$inferInput;

/** The size of a large chain; larger selections use groups. */
const maxCodes = 10_000;

/** Returns the requested activation, or what is wrong with the names of its bays. */
export function readActivation(
  input: ActivationInput,
): { asked: AskedActivation } | { userErrors: UserErrorShape[] } {
  const { label, storeCode } = input;
  const aisle = input.aisle ?? '';
  const storeCodes = [...(storeCode ? [storeCode] : []), ...(input.storeCodes ?? [])];
  const groupCodes = input.groupCodes ?? [];
  const userErrors = findTextErrors({ aisle: { value: aisle, limit: 'aisle' } });
  if (storeCodes.length === 0 && groupCodes.length === 0)
    userErrors.push({
      code: 'SCOPE_EMPTY',
      message: 'Name the stores or the groups of stores in which the version becomes active.',
      field: ['storeCodes'],
    });
  if (storeCodes.length + groupCodes.length > maxCodes)
    userErrors.push({ code: 'SCOPE_TOO_LARGE', message: `Name ${maxCodes} stores at most, or use groups.` });
  if (userErrors.length > 0) return { userErrors };
  return { asked: { label, aisle, storeCodes, groupCodes, at: input.at ?? null } };
}

/** Returns the errors for names that do not exist. */
export const toUserErrors = (unknown: readonly UnknownName[], input: ActivationInput): UserErrorShape[] =>
  unknown.map((name) => toUserError(name, input));

function toUserError(name: UnknownName, { storeCode }: ActivationInput): UserErrorShape {
  const { problem: code } = name;
  switch (name.problem) {
    case 'VERSION_UNKNOWN':
      return { code, message: `There is no planogram version "${name.label}".`, field: ['label'] };
    case 'STORE_UNKNOWN': {
      const field = storeCode && name.codes.includes(storeCode) ? 'storeCode' : 'storeCodes';
      return unknownCodesError(code, 'store', name.codes, field);
    }
    case 'GROUP_UNKNOWN':
      return unknownCodesError(code, 'group of stores', name.codes, 'groupCodes');
  }
}

import type { ListedActivation } from '@gondola/pipeline/planogram-versions';
import type { UserErrorShape } from '../graphql/errors/problem.ts';
import { findTextErrors } from '../graphql/errors/text-limits.ts';
import type { ActivationInput } from './activation-input.ts';

/** The stores of a large chain, each with several bays. */
const maxBays = 10_000;
const localTimePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]([01]\d|2[0-3]):[0-5]\d)?$/;

/** Returns the requested activation of a list of bays, or what is wrong with it; null when no bays are listed. */
export function readListedActivation(
  input: ActivationInput,
): { asked: ListedActivation } | { userErrors: UserErrorShape[] } | null {
  const { bays, label, at, localTime } = input;
  if (!bays) return localTime ? refuse('FIELD_MISSING', 'localTime needs a list of bays.', 'bays') : null;
  if (input.aisle || input.storeCode || input.storeCodes || input.groupCodes)
    return refuse('FIELD_REPEATED', 'Name the bays one by one or by aisle and stores, not both.', 'bays');
  if (bays.length === 0)
    return refuse('SCOPE_EMPTY', 'Name the bays in which the version becomes active.', 'bays');
  if (bays.length > maxBays) return refuse('SCOPE_TOO_LARGE', `Name ${maxBays} bays at most.`, 'bays');
  if (at && localTime) return refuse('FIELD_REPEATED', 'Give at or localTime, not both.', 'localTime');
  if (localTime && !(localTimePattern.test(localTime) && !Number.isNaN(Date.parse(localTime))))
    return refuse('FIELD_INVALID', 'localTime is no time such as 2026-06-01T06:00.', 'localTime');
  const userErrors = bays.flatMap(({ aisle }) => findTextErrors({ aisle: { value: aisle, limit: 'aisle' } }));
  if (userErrors.length > 0) return { userErrors: userErrors.slice(0, 1) };
  const from = localTime ? { local: localTime } : at ? { instant: at.toISOString() } : null;
  return { asked: { label, bays, from } };
}

const refuse = (code: string, message: string, field: string) => ({
  userErrors: [{ code, message, field: [field] }],
});

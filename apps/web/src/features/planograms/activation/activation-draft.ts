import type { PlanogramVersionActivateInput } from '../../../generated/graphql.ts';
import { fromLocalMinute } from '../../../lib/local-minute.ts';

/** An activation that a person is putting together. */
export interface ActivationDraft {
  aisle: string;
  storeCodes: string[];
  groupCodes: string[];
  when: 'now' | 'later';
  /** The value of a date-and-time field, on the clock of this browser. */
  localMinute: string;
}

export const newActivation = (aisle: string): ActivationDraft => ({
  aisle,
  storeCodes: [],
  groupCodes: [],
  when: 'now',
  localMinute: '',
});

/** Returns the input for the API; null while something is missing. */
export function toActivationInput(
  label: string,
  { aisle, storeCodes, groupCodes, when, localMinute }: ActivationDraft,
): PlanogramVersionActivateInput | null {
  const at = when === 'later' ? fromLocalMinute(localMinute) : null;
  if (aisle.trim() === '' || storeCodes.length + groupCodes.length === 0) return null;
  if (when === 'later' && at === null) return null;
  return { label, aisle: aisle.trim(), storeCodes, groupCodes, ...(at !== null && { at }) };
}

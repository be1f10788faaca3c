import {
  type ActivationScope,
  type Database,
  planogramVersion,
  store,
  storeGroup,
  type Transaction,
} from '@gondola/db';
import { eq, inArray } from 'drizzle-orm';
import type { UserErrorShape } from '../schema/problem.ts';
import { findTextErrors } from '../schema/text-limits.ts';

export interface ActivationInput {
  label: string;
  aisle: string;
  storeCode?: string | null | undefined;
  storeCodes?: string[] | null | undefined;
  groupCodes?: string[] | null | undefined;
}

export interface ResolvedActivation {
  versionId: string;
  scope: ActivationScope;
}

/** A chain; more than that is put into groups. */
const mostCodes = 10_000;

/** The version and the bays that a person means, or what is wrong with how they were named. */
export async function resolveActivation(
  db: Database,
  input: ActivationInput,
): Promise<ResolvedActivation | { userErrors: UserErrorShape[] }> {
  const storeCodes = [...(input.storeCode ? [input.storeCode] : []), ...(input.storeCodes ?? [])];
  const groupCodes = input.groupCodes ?? [];
  const userErrors = findTextErrors({ aisle: { value: input.aisle, limit: 'aisle' } });
  if (storeCodes.length === 0 && groupCodes.length === 0)
    userErrors.push({
      code: 'SCOPE_EMPTY',
      message: 'Name the stores or the groups of stores in which the version becomes active.',
      field: ['storeCodes'],
    });
  if (storeCodes.length + groupCodes.length > mostCodes)
    userErrors.push({ code: 'SCOPE_TOO_LARGE', message: `Name ${mostCodes} stores at most, or use groups.` });
  if (userErrors.length > 0) return { userErrors };

  const [version] = await db
    .select({ id: planogramVersion.id })
    .from(planogramVersion)
    .where(eq(planogramVersion.label, input.label));
  if (!version)
    userErrors.push({
      code: 'VERSION_UNKNOWN',
      message: `There is no planogram version "${input.label}".`,
      field: ['label'],
    });
  const stores = await findIds(db, store, storeCodes);
  const storeField = input.storeCode && stores.unknown.includes(input.storeCode) ? 'storeCode' : 'storeCodes';
  userErrors.push(...unknownError('STORE_UNKNOWN', 'store', stores.unknown, storeField));
  const groups = await findIds(db, storeGroup, groupCodes);
  userErrors.push(...unknownError('GROUP_UNKNOWN', 'group of stores', groups.unknown, 'groupCodes'));
  if (!version || userErrors.length > 0) return { userErrors };
  return {
    versionId: version.id,
    scope: { aisle: input.aisle, storeIds: stores.ids, groupIds: groups.ids },
  };
}

/** The ids of the codes, and the codes that nothing bears. */
export async function findIds(
  db: Database | Transaction,
  table: typeof store | typeof storeGroup,
  codes: readonly string[],
): Promise<{ ids: string[]; unknown: string[] }> {
  const wanted = [...new Set(codes)];
  if (wanted.length === 0) return { ids: [], unknown: [] };
  const rows: { id: string; code: string }[] = await db
    .select({ id: table.id, code: table.code })
    .from(table)
    .where(inArray(table.code, wanted));
  const known = new Set(rows.map(({ code }) => code));
  return { ids: rows.map(({ id }) => id), unknown: wanted.filter((code) => !known.has(code)) };
}

/** Names the first few; a list of thousands helps nobody. */
export function unknownError(
  code: string,
  noun: string,
  unknown: readonly string[],
  field: string,
): UserErrorShape[] {
  if (unknown.length === 0) return [];
  const named = unknown.slice(0, 5).map((one) => `"${one}"`);
  const more = unknown.length > named.length ? ` and ${unknown.length - named.length} more` : '';
  return [{ code, message: `There is no ${noun} ${named.join(', ')}${more}.`, field: [field] }];
}

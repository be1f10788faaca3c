import type { ActivationScope } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';

/** The ids of a scope's stores as SQL: the named stores, and the present members of the named groups. */
export const storesOf = ({ storeIds, groupIds }: Pick<ActivationScope, 'storeIds' | 'groupIds'>): SQL => sql`(
  select s.id from store s where s.id = any (${sql.param(storeIds)}::uuid[])
  union
  select m.store_id from store_group_member m where m.group_id = any (${sql.param(groupIds)}::uuid[]))`;

/** The bays of a scope as SQL: the aisle in each of its stores, and the bays that are named one by one. They need not exist. */
export const targetsOf = (scope: ActivationScope): SQL => sql`(
  select s.id as store_id, ${scope.aisle}::text as aisle from ${storesOf(scope)} s
  union
  select b.store_id, b.aisle from bay b where b.id = any (${sql.param(scope.bayIds ?? [])}::uuid[]))`;

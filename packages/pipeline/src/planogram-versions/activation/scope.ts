import type { ActivationScope } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';

/** The ids of a scope's stores as SQL: the named stores, and the present members of the named groups. */
export const storesOf = ({ storeIds, groupIds }: Pick<ActivationScope, 'storeIds' | 'groupIds'>): SQL => sql`(
  select s.id from store s where s.id = any (${sql.param(storeIds)}::uuid[])
  union
  select m.store_id from store_group_member m where m.group_id = any (${sql.param(groupIds)}::uuid[]))`;

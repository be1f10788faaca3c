import { sql } from 'drizzle-orm';
import { textOf } from '../tables/cell-readers.ts';
import { plainKind } from './master-kind.ts';
import { recordset } from './recordset.ts';

const declaration = '"group" text, store text';

/** A row is the membership of a store. A group that does not exist is created, and is named by its code. */
export const storeGroups = plainKind({
  columns: [
    { field: 'group', names: ['group', 'group_code', 'store_group', 'cluster', 'region'], read: textOf(64) },
    { field: 'store', names: ['store', 'store_code', 'store_id'], read: textOf(64) },
  ],
  key: ['group', 'store'],
  facts: (rows) => sql`
    select r.line, m.store_id is not null as "exists", case when s.id is null then 'STORE_UNKNOWN' end as problem,
      'store' as "problemField", g.code as "group", s.code as store
    from ${recordset(rows, declaration)}
    left join store s on s.code = r.store left join store_group g on g.code = r."group"
    left join store_group_member m on m.group_id = g.id and m.store_id = s.id`,
  async save(tx, rows) {
    await tx.execute(sql`
      insert into store_group (id, code, name)
      select distinct on (r."group") r.id, r."group", r."group" from ${recordset(rows, declaration)}
      order by r."group" on conflict do nothing`);
    await tx.execute(sql`
      insert into store_group_member (group_id, store_id)
      select g.id, s.id from ${recordset(rows, declaration)}
      join store_group g on g.code = r."group" join store s on s.code = r.store
      order by g.id, s.id on conflict do nothing`);
  },
});

import { sql } from 'drizzle-orm';
import { readAisle, textOf } from '../tables/cell-readers.ts';
import { plainKind } from './master-kind.ts';
import { recordset } from './recordset.ts';

const declaration = 'store text, aisle text';

export const bays = plainKind({
  columns: [
    { field: 'store', names: ['store', 'store_code', 'store_id'], read: textOf(64) },
    { field: 'aisle', names: ['aisle', 'aisle_code', 'bay', 'coordinate'], read: readAisle },
  ],
  key: ['store', 'aisle'],
  facts: (rows) => sql`
    select r.line, b.id is not null as "exists", case when s.id is null then 'STORE_UNKNOWN' end as problem,
      'store' as "problemField", s.code as store, b.aisle
    from ${recordset(rows, declaration)}
    left join store s on s.code = r.store left join bay b on b.store_id = s.id and b.aisle = r.aisle`,
  async save(tx, rows) {
    await tx.execute(sql`
      insert into bay (id, store_id, aisle)
      select r.id, s.id, r.aisle from ${recordset(rows, declaration)} join store s on s.code = r.store
      order by s.id, r.aisle on conflict do nothing`);
  },
});

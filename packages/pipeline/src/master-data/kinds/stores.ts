import { sql } from 'drizzle-orm';
import { readTimeZone, textOf } from '../tables/cell-readers.ts';
import { plainKind } from './master-kind.ts';
import { recordset } from './recordset.ts';

const declaration = 'store text, name text, time_zone text';

export const stores = plainKind({
  columns: [
    { field: 'store', names: ['store', 'store_code', 'store_id', 'store number', 'code'], read: textOf(64) },
    { field: 'name', names: ['name', 'store_name'], read: textOf(200) },
    { field: 'time_zone', names: ['time_zone', 'timezone', 'tz'], read: readTimeZone },
  ],
  key: ['store'],
  defaults: ({ store = null }) => ({ name: store, time_zone: 'UTC' }),
  facts: (rows) => sql`
    select r.line, s.id is not null as "exists", null as problem, '' as "problemField", s.code as store, s.name, s.time_zone
    from ${recordset(rows, declaration)} left join store s on s.code = r.store`,
  async save(tx, rows) {
    await tx.execute(sql`
      insert into store (id, code, name, time_zone)
      select r.id, r.store, r.name, r.time_zone from ${recordset(rows, declaration)} order by r.store
      on conflict (code) do update set name = excluded.name, time_zone = excluded.time_zone`);
  },
});

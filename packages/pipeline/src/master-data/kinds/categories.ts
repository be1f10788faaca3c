import { sql } from 'drizzle-orm';
import { textOf } from '../tables/cell-readers.ts';
import { plainKind } from './master-kind.ts';
import { recordset } from './recordset.ts';

const declaration = 'category text, name text';

export const categories = plainKind({
  columns: [
    { field: 'category', names: ['category', 'category_code', 'category_id', 'code'], read: textOf(200) },
    { field: 'name', names: ['name', 'category_name'], read: textOf(200) },
  ],
  key: ['category'],
  defaults: ({ category = null }) => ({ name: category }),
  facts: (rows) => sql`
    select r.line, c.id is not null as "exists", null as problem, '' as "problemField", c.code as category, c.name
    from ${recordset(rows, declaration)} left join category c on c.code = r.category`,
  async save(tx, rows) {
    await tx.execute(sql`
      insert into category (id, code, name)
      select r.id, r.category, r.name from ${recordset(rows, declaration)} order by r.category
      on conflict (code) do update set name = excluded.name`);
  },
});

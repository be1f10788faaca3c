import { sql } from 'drizzle-orm';
import { textOf } from '../tables/cell-readers.ts';
import { plainKind } from './master-kind.ts';
import { recordset } from './recordset.ts';

const declaration = 'planogram text, name text, category text';

export const planograms = plainKind({
  columns: [
    { field: 'planogram', names: ['planogram', 'planogram_code', 'planogram_id', 'code'], read: textOf(128) },
    { field: 'name', names: ['name', 'planogram_name'], read: textOf(200) },
    { field: 'category', names: ['category', 'category_code'], read: textOf(200) },
  ],
  key: ['planogram'],
  defaults: ({ planogram = null }) => ({ name: planogram }),
  facts: (rows) => sql`
    select r.line, p.id is not null as "exists",
      case when r.category is not null and asked.id is null then 'CATEGORY_UNKNOWN' end as problem,
      'category' as "problemField", p.code as planogram, p.name, c.code as category
    from ${recordset(rows, declaration)}
    left join planogram p on p.code = r.planogram left join category c on c.id = p.category_id
    left join category asked on asked.code = r.category`,
  async save(tx, rows) {
    await tx.execute(sql`
      insert into planogram (id, code, name, category_id)
      select r.id, r.planogram, r.name, c.id from ${recordset(rows, declaration)}
      left join category c on c.code = r.category order by r.planogram
      on conflict (code) do update set name = excluded.name, category_id = excluded.category_id`);
  },
});

import { sql } from 'drizzle-orm';
import { lengthOf, readGtin14, textOf } from '../tables/cell-readers.ts';
import type { Column } from '../tables/column.ts';
import { plainKind } from './master-kind.ts';
import { recordset } from './recordset.ts';

const declaration = `catalog text, sku text, gtin text, name text, brand text, category text,
  width_mm float8, height_mm float8, depth_mm float8`;

/** Millimetres of one unit, by the end of a column's name. */
const units = { mm: 1, cm: 10, in: 25.4 };

const lengthColumns = (side: string): Column[] =>
  Object.entries(units).map(([unit, unitMm]) => ({
    field: `${side}_mm`,
    names: [`${side}_${unit}`, `product_${side}_${unit}`],
    read: lengthOf(unitMm),
  }));

export const products = plainKind({
  columns: [
    { field: 'catalog', names: ['catalog', 'catalogue'], read: textOf(64) },
    {
      field: 'sku',
      names: ['sku', 'article', 'article_number', 'item', 'item_code', 'product_code'],
      read: textOf(128),
    },
    { field: 'gtin', names: ['gtin', 'ean', 'upc', 'barcode', 'gtin14', 'ean13'], read: readGtin14 },
    { field: 'name', names: ['name', 'product_name', 'description'], read: textOf(200) },
    { field: 'brand', names: ['brand'], read: textOf(200) },
    { field: 'category', names: ['category', 'category_code'], read: textOf(200) },
    ...['width', 'height', 'depth'].flatMap(lengthColumns),
  ],
  key: ['catalog', 'sku'],
  keyDefaults: { catalog: 'default' },
  neededForNew: ['name', 'width_mm', 'height_mm'],
  facts: (rows) => sql`
    select r.line, p.id is not null as "exists",
      case when r.category is not null and asked.id is null then 'CATEGORY_UNKNOWN' end as problem,
      'category' as "problemField", p.catalog, p.sku, p.gtin, p.name, p.brand, p.category,
      p.width_mm, p.height_mm, p.depth_mm
    from ${recordset(rows, declaration)}
    left join product p on p.catalog = r.catalog and p.sku = r.sku
    left join category asked on asked.code = r.category`,
  async save(tx, rows) {
    await tx.execute(sql`
      insert into product (id, catalog, sku, gtin, name, brand, category, width_mm, height_mm, depth_mm)
      select r.id, r.catalog, r.sku, r.gtin, r.name, r.brand, r.category, r.width_mm, r.height_mm, r.depth_mm
      from ${recordset(rows, declaration)} order by r.catalog, r.sku
      on conflict (catalog, sku) do update set gtin = excluded.gtin, name = excluded.name, brand = excluded.brand,
        category = excluded.category, width_mm = excluded.width_mm, height_mm = excluded.height_mm,
        depth_mm = excluded.depth_mm`);
  },
});

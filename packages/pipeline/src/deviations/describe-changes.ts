import type { MessageParams, Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';

/** A bay that is photographed once a week has its last good photo within eight days. */
const daysBefore = 8;

/**
 * Finds what changed for some bays when they fell: planograms and reference images that were imported after their last good
 * photo, and the usual version, tier, model, settings and firmware of their captures before and since.
 */
export async function describeChanges(
  tx: Transaction,
  { bayIds, since, until }: { bayIds: readonly string[]; since: SQL; until: SQL },
): Promise<MessageParams> {
  const ids = sql`${sql.param([...bayIds])}::uuid[]`;
  const { rows } = await tx.execute<Side>(sql`
    select c.scored_at >= ${since} as "isSince", mode() within group (order by v.label) as version,
      mode() within group (order by s.tier::text) as tier, mode() within group (order by s.model_id) as model,
      mode() within group (order by s.config_hash) as settings, mode() within group (order by c.firmware) as firmware
    from capture c join score s on s.id = c.current_score_id join planogram_version v on v.id = s.version_id
    where c.bay_id = any(${ids}) and c.scored_at < ${until}
      and c.scored_at >= ${since} - make_interval(days => ${daysBefore})
    group by 1`);
  const before = rows.find(({ isSince }) => !isSince);
  const now = rows.find(({ isSince }) => isSince);
  const catalogue = await readCatalogueChanges(tx, ids, since, until);
  const differing = (['version', 'tier', 'model', 'settings', 'firmware'] as const).filter(
    (key) => before?.[key] && now?.[key] && before[key] !== now[key],
  );
  return {
    changed: [
      ...(Object.keys(catalogue).length > 0 ? ['CATALOGUE'] : []),
      ...differing.map((key) => key.toUpperCase()),
    ],
    ...catalogue,
    ...Object.fromEntries(
      differing.flatMap((key) => [
        [`${key}Before`, before?.[key] ?? ''],
        [`${key}Now`, now?.[key] ?? ''],
      ]),
    ),
  };
}

interface Side extends Record<string, unknown> {
  isSince: boolean;
  version: string | null;
  tier: string | null;
  model: string | null;
  settings: string | null;
  firmware: string | null;
}

/** Reads the imports of the bays' planograms since their last good photo. Empty when there are none. */
async function readCatalogueChanges(
  tx: Transaction,
  bayIds: SQL,
  since: SQL,
  until: SQL,
): Promise<MessageParams> {
  const { rows } = await tx.execute<{ imported: string[]; catalogs: string[]; images: number }>(sql`
    with good as (
      select greatest(min(at), ${since} - make_interval(days => ${daysBefore})) as at from (
        select max(c.scored_at) as at from capture c where c.bay_id = any(${bayIds}) and c.scored_at < ${since}
        group by c.bay_id) last),
    used as (
      select distinct s.version_id, v.planogram_id, v.created_at
      from capture c join score s on s.id = c.current_score_id join planogram_version v on v.id = s.version_id
      where c.bay_id = any(${bayIds}) and c.scored_at < ${until}
        and c.scored_at >= ${since} - make_interval(days => ${daysBefore})),
    imported as (
      select v.id, v.label from planogram_version v, good
      where v.planogram_id in (select planogram_id from used) and v.created_at > good.at and v.created_at < ${until})
    select array(select label from imported order by label) as imported,
      array(
        select p.catalog from planogram_position pos join product p on p.id = pos.product_id
        where pos.version_id in (select id from imported)
        except
        select p.catalog from planogram_position pos join product p on p.id = pos.product_id, good
        where pos.version_id in (select version_id from used where created_at <= good.at)) as catalogs,
      (select count(*)::int from product_image i, good
        where i.created_at > good.at and i.created_at < ${until} and i.product_id in (
          select pos.product_id from planogram_position pos where pos.version_id in (select version_id from used))) as images`);
  const { imported = [], catalogs = [], images = 0 } = rows[0] ?? {};
  return {
    ...(imported.length > 0 && { importedVersions: imported }),
    ...(catalogs.length > 0 && { newCatalogs: catalogs }),
    ...(images > 0 && { newImages: images }),
  };
}

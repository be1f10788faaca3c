import { type Database, namedQuery, type QualityFlaw, type Transaction } from '@gondola/db';
import type { AppliedAlias, AppliedOverrule, AppliedWaiver } from '../../compliance/overrides/overrides.ts';
import type { MappingEntry } from '../../planogram-versions/mapping/mapping-entry.ts';
import type { ScoreTarget } from './score-target.ts';

/**
 * The detections of a capture with the decisions of people about it and its version; null for none, which is the usual
 * case.
 */
export interface ScoreRow {
  captureId: string;
  bayId: string;
  qualityFlaws: QualityFlaw[] | null;
  tier: number;
  modelId: string;
  configHash: string;
  realogram: unknown;
  shownVersionId: string | null;
  waivers: (Omit<AppliedWaiver, 'expiresAt'> & { expiresAt: string })[] | null;
  overrules: AppliedOverrule[] | null;
  aliases: AppliedAlias[] | null;
  mapping: Omit<MappingEntry, 'graceUntil'>[] | null;
}

/**
 * Reads the rows of any number of targets with one statement. Each inner select is an index lookup that is usually
 * empty.
 */
export const readScoreRows = (
  db: Database | Transaction,
  targets: readonly ScoreTarget[],
): Promise<ScoreRow[]> =>
  namedQuery<ScoreRow>(db, 'score_rows', text, [
    targets.map((target) => target.captureId),
    targets.map((target) => target.detectionSetId),
    targets.map((target) => target.versionId),
    targets.map((target) => target.mappedFromVersionId),
  ]);

/**
 * A waiver applies to every capture taken before it expires, also to captures from before its creation: the obstacle
 * existed already. An overrule of a position applies to its version whatever the detections. An overrule of an
 * unplanned product is identified only by its index, and so applies to the same detections only.
 */
const text = `
select c.id as "captureId", c.bay_id as "bayId", c.quality_flaws as "qualityFlaws",
  d.tier, d.model_id as "modelId", d.config_hash as "configHash", d.realogram,
  d.version_id as "shownVersionId",
  (select jsonb_agg(jsonb_build_object('id', w.id, 'positionId', w.position_id, 'productId', w.product_id,
      'reason', w.reason, 'author', w.author, 'expiresAt', w.expires_at) order by w.created_at desc, w.id desc)
    from waiver w
    where w.bay_id = c.bay_id and w.planogram_id = v.planogram_id and w.expires_at > coalesce(c.corrected_taken_at, c.taken_at)
      and w.revoked_at is null
      and exists (select from planogram_position p where p.version_id = v.id and p.position_id = w.position_id
        and p.product_id = w.product_id)) as waivers,
  (select jsonb_agg(jsonb_build_object('id', o.id, 'positionId', o.position_id, 'ordinal', o.ordinal,
      'verdict', o.verdict, 'seenProductId', o.seen_product_id, 'reason', o.reason, 'author', o.author)
      order by o.ordinal, o.id)
    from (select distinct on (o.position_id, case when o.position_id is null then o.ordinal end) o.*
      from verdict_overrule o join score s on s.id = o.score_id
      where o.capture_id = c.id and s.version_id = v.id
        and (o.position_id is not null or s.detection_set_id = d.id)
      order by o.position_id, case when o.position_id is null then o.ordinal end, o.created_at desc, o.id desc) o
    where o.verdict is not null) as overrules,
  (select jsonb_agg(jsonb_build_object('fromProductId', m.from_product_id, 'toProductId', m.to_product_id)
      order by m.created_at, m.id)
    from version_mapping m
    where m.to_version_id = v.id and m.kind = 'ALIAS' and m.grace_until > coalesce(c.corrected_taken_at, c.taken_at) and m.revoked_at is null
      and m.from_product_id is not null and m.to_product_id is not null) as aliases,
  (select jsonb_agg(jsonb_build_object('kind', m.kind, 'fromPositionId', m.from_position_id,
      'toPositionId', m.to_position_id, 'fromProductId', m.from_product_id, 'toProductId', m.to_product_id)
      order by m.created_at, m.id)
    from version_mapping m
    where m.from_version_id = t.mapped_from_version_id and m.to_version_id = v.id and m.kind <> 'ALIAS'
      and m.revoked_at is null) as mapping
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[])
  as t(capture_id, detection_set_id, version_id, mapped_from_version_id)
join detection_set d on d.id = t.detection_set_id and d.capture_id = t.capture_id
join capture c on c.id = t.capture_id
join planogram_version v on v.id = t.version_id`;

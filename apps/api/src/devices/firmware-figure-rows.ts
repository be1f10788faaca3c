import {
  type Database,
  type DeadLetterReason,
  type MetadataFlaw,
  namedQuery,
  type QualityFlaw,
} from '@gondola/db';

export interface FirmwareQuery {
  storeCode: string | null;
  /** Counts what was received in the last days. */
  days: number;
}

interface Count<Word> {
  word: Word;
  count: number;
}

/** What became of the captures and payloads of one firmware on one camera model. */
export interface FirmwareFigures {
  firmware: string | null;
  cameraModel: string | null;
  captures: number;
  qualityFlaws: Count<QualityFlaw>[];
  metadataFlaws: Count<MetadataFlaw>[];
  deadLetters: Count<DeadLetterReason>[];
}

interface Row {
  firmware: string | null;
  cameraModel: string | null;
  kind: 'CAPTURES' | 'QUALITY_FLAW' | 'METADATA_FLAW' | 'DEAD_LETTER';
  word: string | null;
  count: number;
}

/** Counts captures, flaws and dead letters by firmware and camera model, the most captures first. */
export async function readFirmwareFigures(
  db: Database,
  { storeCode, days }: FirmwareQuery,
): Promise<FirmwareFigures[]> {
  const rows = await namedQuery<Row>(db, 'firmware_figures', text, [storeCode, days]);
  const groups = Map.groupBy(rows, ({ firmware, cameraModel }) => JSON.stringify([firmware, cameraModel]));
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [toFigures(group[0], group)] : []))
    .sort((a, b) => b.captures - a.captures || deadLettersOf(b) - deadLettersOf(a));
}

function toFigures({ firmware, cameraModel }: Row, rows: readonly Row[]): FirmwareFigures {
  const countsOf = <Word extends string>(kind: Row['kind']) =>
    rows.flatMap((row) =>
      row.kind === kind && row.word ? [{ word: row.word as Word, count: row.count }] : [],
    );
  return {
    firmware,
    cameraModel,
    captures: rows.find(({ kind }) => kind === 'CAPTURES')?.count ?? 0,
    qualityFlaws: countsOf<QualityFlaw>('QUALITY_FLAW'),
    metadataFlaws: countsOf<MetadataFlaw>('METADATA_FLAW'),
    deadLetters: countsOf<DeadLetterReason>('DEAD_LETTER'),
  };
}

const deadLettersOf = ({ deadLetters }: FirmwareFigures): number =>
  deadLetters.reduce((sum, { count }) => sum + count, 0);

const text = `
  with received as (
    select firmware, camera_model, quality_flaws, metadata_flaws from capture
    where created_at >= now() - make_interval(days => $2::int)
      and ($1::text is null or store_id = (select id from store where code = $1::text))
  ), counted as (
    select firmware, camera_model, 'CAPTURES' as kind, null as word from received
    union all
    select firmware, camera_model, 'QUALITY_FLAW', unnest(quality_flaws) from received
    union all
    select firmware, camera_model, 'METADATA_FLAW', unnest(metadata_flaws) from received
    union all
    select firmware, camera_model, 'DEAD_LETTER', reason from dead_letter
    where created_at >= now() - make_interval(days => $2::int)
      and ($1::text is null or store_id = (select id from store where code = $1::text))
  )
  select firmware, camera_model as "cameraModel", kind, word, count(*)::int as count
  from counted group by 1, 2, 3, 4 order by count desc, word`;

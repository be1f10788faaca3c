/**
 * The columns of the three tables of a PTS file (共通棚割情報, the shelf plan exchange format of Japanese planogram
 * programs), with the spellings that programs use. V1 has placements alone; V2 has bays and shelves before them.
 */
export const ptsSections = {
  bays: {
    bay: ['台番号', '棚台番号'],
    height: ['台高さ', '台高'],
    width: ['台幅'],
    name: ['台名称'],
  },
  shelves: {
    bay: ['台番号', '棚台番号'],
    shelf: ['棚段番号', '段番号'],
    height: ['棚高さ', '棚高'],
    width: ['棚幅'],
    thickness: ['棚厚さ', '棚厚'],
  },
  placements: {
    bay: ['棚台番号', '台番号'],
    shelf: ['棚段番号', '段番号'],
    position: ['棚位置'],
    code: ['商品コード', 'JANコード'],
    facings: ['フェース数', 'フェイス数'],
    side: ['フェース面', 'フェイス面'],
    turn: ['フェース回転', 'フェイス回転'],
    stacked: ['積上数', '積み上げ数', '積上段数'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type PtsSection = keyof typeof ptsSections;
export type PtsColumn<Section extends PtsSection> = keyof (typeof ptsSections)[Section] & string;

/** Required columns of each table. */
export const needed: { [Section in PtsSection]: readonly PtsColumn<Section>[] } = {
  bays: ['bay', 'width', 'height'],
  shelves: ['bay', 'shelf', 'width', 'height'],
  placements: ['bay', 'shelf', 'position', 'code', 'facings'],
};

/** Returns the table whose header a row is, by a column that only this table has. */
export function sectionOf(cells: readonly string[]): PtsSection | null {
  const has = (names: readonly string[]) => cells.some((cell) => names.includes(cell));
  if (has([...ptsSections.placements.code, ...ptsSections.placements.position])) return 'placements';
  if (has([...ptsSections.shelves.width, ...ptsSections.shelves.height])) return 'shelves';
  return has([...ptsSections.bays.width, ...ptsSections.bays.height]) ? 'bays' : null;
}

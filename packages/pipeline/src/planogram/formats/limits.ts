/** Limits of a planogram file: generous for real bays, and small enough for scoring. */
export const planogramLimits = {
  /** A 5,000-position file with every field is about 1.5 MB. */
  fileBytes: 8 * 1024 * 1024,
  /** A four-metre bay of single facings 40 mm wide on 12 shelves has 1,200. */
  positions: 5_000,
  /** Expected product fronts over all positions: every one is aligned and scored. */
  facings: 10_000,
  products: 5_000,
  shelves: 200,
  facingsHorizontal: 200,
  facingsVertical: 100,
  facingsDepth: 200,
  idLength: 200,
  nameLength: 500,
  /** In any unit; within it squares and sums of sizes are exact enough. */
  size: 1e6,
  jsonDepth: 32,
  /** Members and items in all. The largest planogram with every field has about 120,000. */
  jsonValues: 200_000,
  /** No object of a format has more than 20 members of its own; others are ignored. */
  jsonMembers: 1_000,
  /** Lines of text or rows of a sheet: 20 planograms of the largest size in one file. */
  tableRows: 100_000,
  /** A ProSpace record has about 300. */
  tableColumns: 1_000,
  tableCells: 2_000_000,
} as const;

import { type DiffMark, diffMarks, marksOf } from './diff-styles.ts';
import type { DiffEntry } from './read-diff.ts';

/** An entry for both drawings and the list, keyed by its position in the later version, else in the earlier one. */
export interface KeyedEntry {
  key: string;
  entry: DiffEntry;
  marks: DiffMark[];
}

/** Returns a key that names the version, since position ids of the two versions may be equal. */
const keyOfEntry = ({ from, to }: Pick<DiffEntry, 'from' | 'to'>): string =>
  to ? `new ${to.positionId}` : `old ${from?.positionId}`;

export interface KeyedDiff {
  entries: KeyedEntry[];
  /** By position id of each version. */
  from: ReadonlyMap<string, KeyedEntry>;
  to: ReadonlyMap<string, KeyedEntry>;
  /** How many entries have a mark, without zeros. */
  counts: [mark: DiffMark, count: number][];
}

/** Indexes the entries of a comparison, so that both drawings can find them. */
export function keyDiff(entries: readonly DiffEntry[]): KeyedDiff {
  const keyed = entries.map((entry) => ({ key: keyOfEntry(entry), entry, marks: marksOf(entry) }));
  const side = (which: 'from' | 'to') =>
    new Map(
      keyed.flatMap((one) => {
        const position = one.entry[which];
        return position ? [[position.positionId, one] as const] : [];
      }),
    );
  return {
    entries: keyed,
    from: side('from'),
    to: side('to'),
    counts: diffMarks
      .map((mark): [DiffMark, number] => [mark, keyed.filter(({ marks }) => marks.includes(mark)).length])
      .filter(([, count]) => count > 0),
  };
}

/** Returns the entries with a mark; without one, all that changed. */
export const shownEntries = ({ entries }: KeyedDiff, only: DiffMark | null): KeyedEntry[] =>
  entries.filter(({ marks }) => (only === null ? !marks.includes('SAME') : marks.includes(only)));

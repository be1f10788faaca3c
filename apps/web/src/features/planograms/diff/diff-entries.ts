import { type DiffMark, diffMarks, marksOf } from './diff-looks.ts';
import type { DiffEntry } from './read-diff.ts';

/** An entry as both drawings and the list name it: by its position in the later version, else in the earlier one. */
export interface KeyedEntry {
  key: string;
  entry: DiffEntry;
  marks: DiffMark[];
}

/** Position ids of the two versions may be alike, so a key says of which it is. */
const keyOfEntry = ({ from, to }: Pick<DiffEntry, 'from' | 'to'>): string =>
  to ? `new ${to.id}` : `old ${from?.id}`;

export interface KeyedDiff {
  entries: KeyedEntry[];
  /** By position id of each version. */
  from: ReadonlyMap<string, KeyedEntry>;
  to: ReadonlyMap<string, KeyedEntry>;
  /** How many entries bear a mark; marks that none bears are left out. */
  counts: [mark: DiffMark, count: number][];
}

/** The entries of a comparison with what is needed to find them from either drawing. */
export function keyDiff(entries: readonly DiffEntry[]): KeyedDiff {
  const keyed = entries.map((entry) => ({ key: keyOfEntry(entry), entry, marks: marksOf(entry) }));
  const side = (which: 'from' | 'to') =>
    new Map(
      keyed.flatMap((one) => {
        const position = one.entry[which];
        return position ? [[position.id, one] as const] : [];
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

/** Only those with a mark; without one, all that changed. */
export const shownEntries = ({ entries }: KeyedDiff, only: DiffMark | null): KeyedEntry[] =>
  entries.filter(({ marks }) => (only === null ? !marks.includes('SAME') : marks.includes(only)));

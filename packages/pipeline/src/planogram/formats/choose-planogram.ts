import { type Problem, writeCell } from './problem.ts';

/** A planogram in a file that may hold several. */
export interface ListedPlanogram {
  name: string;
  /** Other identifiers for a choice: a key, a version. */
  key: string | null;
  line: number;
}

/** Returns the requested planogram, or the only one. Several planograms without a choice are a problem that lists them. */
export function choosePlanogram<Listed extends ListedPlanogram>(
  listed: readonly Listed[],
  wanted: string | undefined,
  column: string,
): { chosen: Listed } | { problem: Problem } {
  const [first, second] = listed;
  if (wanted !== undefined) {
    const named = listed.filter(({ name, key }) => [name, key, `${name} ${key}`].includes(wanted));
    if (named.length === 1 && named[0] !== undefined) return { chosen: named[0] };
    const wrong = named[1] ?? first;
    return {
      problem: {
        path: writeCell(wrong?.line ?? 1, column),
        code: named.length > 1 ? 'PLANOGRAM_AMBIGUOUS' : 'PLANOGRAM_UNKNOWN',
        message:
          named.length > 1
            ? `“${wanted}” names ${named.length} planograms of the file: ${list(named)}.`
            : `The file holds no planogram “${wanted}”, but ${list(listed)}.`,
      },
    };
  }
  if (first !== undefined && second === undefined) return { chosen: first };
  return {
    problem: {
      path: writeCell(second?.line ?? 1, column),
      code: 'PLANOGRAM_AMBIGUOUS',
      message: `The file holds ${listed.length} planograms: ${list(listed)}. Say which one is meant.`,
    },
  };
}

/** Limit of a list in a sentence. */
const shown = 20;

function list(listed: readonly ListedPlanogram[]): string {
  const names = listed
    .slice(0, shown)
    .map(({ name, key }) => (key === null ? `“${name}”` : `“${name}” (${key})`));
  return names.join(', ') + (listed.length > shown ? ` and ${listed.length - shown} more` : '');
}

import { planogramLimits } from '../limits.ts';
import { type Path, type Problem, wholeFile, writeCell } from '../problem.ts';
import type { LaidOut } from './lay-out-bays.ts';

/** Converts a location in a draft to one in its file. Columns that the file lacks point to the line. */
export function locateIn(
  lines: LaidOut['lines'],
  columns: Readonly<Record<string, string | undefined>>,
): (path: Path) => string {
  return ([list, index, field]) => {
    const line = typeof index === 'number' ? lines[list as keyof LaidOut['lines']]?.[index] : undefined;
    return line === undefined ? wholeFile : writeCell(line, columns[String(field)]);
  };
}

/** Reports files with more rows than a planogram may have, independent of other problems. */
export function checkCounts(counts: { positions: number; shelves: number; products: number }): Problem[] {
  return (
    [
      ['positions', counts.positions, planogramLimits.positions],
      ['shelves', counts.shelves, planogramLimits.shelves],
      ['products', counts.products, planogramLimits.products],
    ] as const
  ).flatMap(([what, n, max]): Problem[] =>
    n <= max
      ? []
      : [
          {
            path: wholeFile,
            code: 'TOO_MANY',
            message: `The file has ${n} ${what}; at most ${max} can be imported.`,
          },
        ],
  );
}

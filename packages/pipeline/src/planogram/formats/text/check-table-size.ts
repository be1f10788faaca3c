import { planogramLimits } from '../limits.ts';
import { type Problem, wholeFile, writeCell } from '../problem.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Checks the lines, columns and cells of separated values by counting their signs, before anything is split. Signs inside
 * quoted values count as well. Returns null when the table is within the limits.
 */
export function checkTableSize(text: string, separator: string): Problem | null {
  const sign = separator.charCodeAt(0);
  let lines = 1;
  let columns = 1;
  let cells = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === sign) {
      columns++;
      if (columns > planogramLimits.tableColumns) return tooManyColumns(lines);
    } else if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) {
      lines++;
      cells += columns;
      columns = 1;
      if (lines > planogramLimits.tableRows) return tooManyRows;
      if (cells > planogramLimits.tableCells) return tooManyCells;
    }
  }
  return null;
}

const write = (limit: number) => limit.toLocaleString('en');

export const tooManyRows: Problem = {
  path: wholeFile,
  code: 'TOO_MANY',
  message: `The file has more than ${write(planogramLimits.tableRows)} lines, which is the most that can be imported.`,
};

export const tooManyCells: Problem = {
  path: wholeFile,
  code: 'TOO_MANY',
  message: `The file has more than ${write(planogramLimits.tableCells)} values, which is the most that can be imported.`,
};

export const tooManyColumns = (line: number): Problem => ({
  path: writeCell(line),
  code: 'TOO_MANY',
  message: `Line ${line} has more than ${write(planogramLimits.tableColumns)} columns, which is the most that can be imported.`,
});

const characters: Readonly<Record<string, string>> = {
  ',': ',',
  '\\': '\\',
  '"': '"',
  t: '\t',
  r: '\r',
  n: '\n',
};

/**
 * Splits one ProSpace record into cells. A comma, backslash, quotation mark, tab or line break inside a value has a backslash
 * before it; any other backslash is literal. A few programs write CSV quotes instead: a cell is quoted when it begins with a
 * quotation mark and its closing mark is before a comma or the end. Any other mark is part of the value.
 */
export function splitCells(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const cell = (line[at] === '"' ? readQuoted(line, at) : null) ?? readPlain(line, at);
    cells.push(cell.value);
    if (cell.end >= line.length) return cells;
    at = cell.end + 1;
  }
}

interface Cell {
  value: string;
  /** Index of the comma after the cell, or the line's length. */
  end: number;
}

function readPlain(line: string, start: number): Cell {
  let value = '';
  let at = start;
  while (at < line.length && line[at] !== ',') {
    const character = readEscape(line, at);
    value += character ?? line[at];
    at += character === null ? 1 : 2;
  }
  return { value, end: at };
}

function readQuoted(line: string, start: number): Cell | null {
  let value = '';
  let at = start + 1;
  while (at < line.length) {
    if (line[at] === '"' && line[at + 1] === '"') {
      value += '"';
      at += 2;
    } else if (line[at] === '"') {
      const end = at + 1;
      return end === line.length || line[end] === ',' ? { value, end } : null;
    } else {
      const character = readEscape(line, at);
      value += character ?? line[at];
      at += character === null ? 1 : 2;
    }
  }
  return null;
}

function readEscape(line: string, at: number): string | null {
  return line[at] === '\\' ? (characters[line[at + 1] ?? ''] ?? null) : null;
}

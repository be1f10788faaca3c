import { planogramLimits } from '../limits.ts';
import { type Problem, type ProblemCode, writeCell } from '../problem.ts';
import { readNumber } from './read-number.ts';

export interface ColumnName {
  /** For paths. */
  name: string;
  /** For sentences; left out, the name in quotation marks. */
  label?: string;
}

/** Reads the cells of one row and records their problems; an invalid cell is null. */
export class RowReader<Column extends string> {
  readonly line: number;
  readonly #cells: Readonly<Partial<Record<Column, string>>>;
  readonly #names: (column: Column) => ColumnName;
  readonly #problems: Problem[];

  constructor(
    line: number,
    cells: Readonly<Partial<Record<Column, string>>>,
    names: (column: Column) => ColumnName,
    problems: Problem[],
  ) {
    this.line = line;
    this.#cells = cells;
    this.#names = names;
    this.#problems = problems;
  }

  path(column: Column): string {
    return writeCell(this.line, this.#names(column).name);
  }

  label(column: Column): string {
    const { name, label } = this.#names(column);
    return label ?? `“${name}”`;
  }

  raw(column: Column): string {
    return this.#cells[column]?.trim() ?? '';
  }

  /** Reads a name or id on one line; null when the cell is empty. */
  text(column: Column, maxLength: number = planogramLimits.idLength): string | null {
    const text = this.raw(column).replace(/\s+/g, ' ');
    if (text.length > maxLength) {
      this.fault(column, 'FIELD_INVALID', `is longer than ${maxLength} characters`);
      return null;
    }
    return text === '' ? null : text;
  }

  whole(column: Column, max: number, min = 1): number | null {
    const value = this.number(column);
    if (value === null) return null;
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.fault(
      column,
      'FIELD_INVALID',
      `has to be a whole number from ${min} to ${max}, not “${this.raw(column)}”`,
    );
    return null;
  }

  /** Reads a number within the limits of a drawing; null when the cell is empty. */
  number(column: Column): number | null {
    const text = this.raw(column);
    if (text === '') return null;
    const value = readNumber(text);
    if (value === null) this.fault(column, 'FIELD_INVALID', `has to be a number, not “${short(text)}”`);
    else if (Math.abs(value) > planogramLimits.size) {
      this.fault(column, 'FIELD_INVALID', `is larger than any bay: “${short(text)}”`);
    } else return value;
    return null;
  }

  /** Reads a length greater than 0; null when the cell is empty. */
  size(column: Column): number | null {
    const value = this.number(column);
    if (value === null || value > 0) return value;
    this.fault(column, 'FIELD_INVALID', `has to be greater than 0, not ${this.raw(column)}`);
    return null;
  }

  /** Returns true and records a problem when the cell is empty. */
  lacks(column: Column): boolean {
    if (this.raw(column) !== '') return false;
    this.fault(column, 'FIELD_MISSING', 'is missing');
    return true;
  }

  fault(column: Column, code: ProblemCode, complaint: string): void {
    this.#problems.push({
      path: this.path(column),
      code,
      message: `${this.label(column)} ${complaint}.`,
    });
  }
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A problem of a file, written for its author. A file with a problem is not imported. */
export interface Problem {
  /**
   * JSON: a path in the file's own spelling, such as `$.Positions[3].FixtureId`; `$` is the file itself.
   * Formats of lines: `line 12` or `line 12, column "h_facings"`; `file` is the file itself.
   */
  path: string;
  code: ProblemCode;
  /** A plain sentence. */
  message: string;
}

export type ProblemCode =
  | 'FILE_TOO_LARGE'
  | 'JSON_INVALID'
  | 'ROW_INVALID'
  | 'FIELD_MISSING'
  | 'FIELD_INVALID'
  | 'FIELD_UNKNOWN'
  | 'FIELD_REPEATED'
  | 'TEXT_INVALID'
  | 'ENCODING_UNCLEAR'
  | 'FORMAT_UNKNOWN'
  | 'VERSION_UNSUPPORTED'
  | 'PLANOGRAM_AMBIGUOUS'
  | 'PLANOGRAM_UNKNOWN'
  | 'GTIN_INVALID'
  | 'ID_REPEATED'
  | 'ROWS_DISAGREE'
  | 'REFERENCE_UNKNOWN'
  | 'OUTSIDE_BAY'
  | 'PERIOD_INVALID'
  | 'NOTHING_PLANNED'
  | 'TOO_MANY'
  | 'TOO_MANY_PROBLEMS';

export type Path = readonly (string | number)[];

export function writePath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return /^[A-Za-z_$][\w$]*$/.test(step) ? `${text}.${step}` : `${text}[${JSON.stringify(step)}]`;
  }, '$');
}

/** Writes a location in a file of lines, counted from 1; the column by its name in the file or in the format. */
export function writeCell(line: number, column?: string): string {
  return column === undefined ? `line ${line}` : `line ${line}, column ${JSON.stringify(column)}`;
}

/** The path of a whole file of lines. */
export const wholeFile = 'file';

/** Sorts problems by the lines of their file; those of the whole file come first. */
export const inOrderOfLines = (problems: readonly Problem[]) =>
  problems.toSorted((a, b) => lineOf(a) - lineOf(b));

const lineOf = ({ path }: Problem) => Number(/^line (\d+)/.exec(path)?.[1] ?? 0);

/** Limit of reported problems: more do not help to correct the file's generator. */
const problemsShown = 100;

/** Returns the first problems, and one more with the number of the others. */
export function firstProblems(problems: Problem[], file = '$'): Problem[] {
  if (problems.length <= problemsShown) return problems;
  const left = problems.length - problemsShown;
  return [
    ...problems.slice(0, problemsShown),
    { path: file, code: 'TOO_MANY_PROBLEMS', message: `There are ${left} more problems.` },
  ];
}

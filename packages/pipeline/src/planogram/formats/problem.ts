/** What is wrong with a file, as the person who made it reads it. One problem and nothing is imported. */
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

/** A place in a file of lines, counted from 1; the column as the file (or, without a header, its format) calls it. */
export function writeCell(line: number, column?: string): string {
  return column === undefined ? `line ${line}` : `line ${line}, column ${JSON.stringify(column)}`;
}

/** The path of a file of lines itself. */
export const wholeFile = 'file';

/** More than a person reads before mending the file's generator. */
const problemsShown = 100;

/** The first problems, and one more that says how many are left out. */
export function firstProblems(problems: Problem[], file = '$'): Problem[] {
  if (problems.length <= problemsShown) return problems;
  const left = problems.length - problemsShown;
  return [
    ...problems.slice(0, problemsShown),
    { path: file, code: 'TOO_MANY_PROBLEMS', message: `There are ${left} more problems.` },
  ];
}

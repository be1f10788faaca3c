import { choosePlanogram, type ListedPlanogram } from '../choose-planogram.ts';
import { type Problem, wholeFile } from '../problem.ts';
import { isOf, type PsaFile, type PsaRecord } from './read-records.ts';

export interface PsaPlanogram extends ListedPlanogram {
  planogram: PsaRecord<'Planogram'>;
  segments: PsaRecord<'Segment'>[];
  /** In the file's order: a position belongs to the fixture before it, if `orderTells`. */
  fixtures: { fixture: PsaRecord<'Fixture'>; positions: PsaRecord<'Position'>[] }[];
  /** Positions before any fixture. */
  strays: PsaRecord<'Position'>[];
  /** False in files that list all fixtures before all positions, or after: the order of records then states nothing. */
  orderTells: boolean;
}

/** Splits the records of a file by planogram: a record belongs to the last Planogram record before it. */
export function splitPlanograms(records: readonly PsaRecord[]): PsaPlanogram[] {
  const planograms: PsaPlanogram[] = [];
  for (const record of records) {
    const current = planograms.at(-1);
    if (isOf('Planogram')(record)) {
      const [name = '', key = ''] = [record.cells[1]?.trim(), record.cells[2]?.trim()];
      planograms.push({
        name: name || key || `planogram ${planograms.length + 1}`,
        key: key !== '' && name !== '' ? key : null,
        line: record.line,
        planogram: record,
        segments: [],
        fixtures: [],
        strays: [],
        orderTells: true,
      });
    } else if (current === undefined) continue;
    else if (isOf('Segment')(record)) current.segments.push(record);
    else if (isOf('Fixture')(record)) current.fixtures.push({ fixture: record, positions: [] });
    else if (isOf('Position')(record)) (current.fixtures.at(-1)?.positions ?? current.strays).push(record);
  }
  for (const planogram of planograms) planogram.orderTells = doesOrderTell(planogram);
  return planograms;
}

function doesOrderTell({ fixtures, strays }: PsaPlanogram): boolean {
  const holders = fixtures.filter(({ positions }) => positions.length > 0);
  if (strays.length > 0) return fixtures.length === 0 || holders.length > 0;
  return fixtures.length < 2 || holders.length !== 1 || holders[0] !== fixtures.at(-1);
}

export function chooseRecords(
  { records }: PsaFile,
  wanted: string | undefined,
): { chosen: PsaPlanogram } | { problem: Problem } {
  const planograms = splitPlanograms(records);
  if (planograms.length === 0) {
    return {
      problem: { path: wholeFile, code: 'NOTHING_PLANNED', message: 'The file has no Planogram record.' },
    };
  }
  return choosePlanogram(planograms, wanted, 'Name');
}

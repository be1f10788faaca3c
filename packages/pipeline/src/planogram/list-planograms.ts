import { readCsvFile } from './formats/csv/read-file.ts';
import type { Problem } from './formats/problem.ts';
import { splitPlanograms } from './formats/psa/choose-records.ts';
import { readRecords } from './formats/psa/read-records.ts';
import { type PlanogramFileFormat, parsePlanogram } from './parse-planogram.ts';

/** One to choose with `ParseOptions.planogram`: by name, by key, or by both with a space when either is not enough. */
export interface PlanogramInFile {
  name: string;
  /** A key (psa) or version (csv). */
  key: string | null;
}

/** The planograms that a file holds, without looking into them. Formats of one planogram answer what that calls itself. */
export function listPlanograms(
  format: PlanogramFileFormat,
  content: string | Uint8Array,
): { planograms: PlanogramInFile[] } | { problems: Problem[] } {
  if (format === 'psa') {
    const read = readRecords(content);
    return 'problem' in read
      ? { problems: [read.problem] }
      : { planograms: splitPlanograms(read.file.records).map(({ name, key }) => ({ name, key })) };
  }
  if (format === 'csv') {
    const read = readCsvFile(content);
    return 'problems' in read
      ? read
      : { planograms: read.file.groups.map(({ name, key }) => ({ name, key })) };
  }
  const parsed = parsePlanogram(format, content);
  if ('problems' in parsed) return parsed;
  const { name, code, label } = parsed.suggested;
  return { planograms: [{ name: name ?? code ?? 'planogram', key: label ?? null }] };
}

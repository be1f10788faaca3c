import { readCsvFile } from './formats/csv/read-csv-file.ts';
import type { PlanogramFileFormat } from './formats/planogram-format.ts';
import type { Problem } from './formats/problem.ts';
import { splitPlanograms } from './formats/psa/choose-records.ts';
import { readRecords } from './formats/psa/read-records.ts';
import { parsePlanogram } from './parse-planogram.ts';

/** A choice for `ParseOptions.planogram`: by name, by key, or by both with a space when one alone is ambiguous. */
export interface PlanogramInFile {
  name: string;
  /** A key (psa) or version (csv). */
  key: string | null;
}

/** Lists the planograms of a file without parsing them. Formats of one planogram return its identity. */
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
    const read = readCsvFile(content, {});
    return 'problems' in read
      ? read
      : { planograms: read.file.groups.map(({ name, key }) => ({ name, key })) };
  }
  const parsed = parsePlanogram(format, content);
  if ('problems' in parsed) return parsed;
  const { name, code, label } = parsed.suggested;
  return { planograms: [{ name: name ?? code ?? 'planogram', key: label ?? null }] };
}

import { parseAzure } from './formats/azure.ts';
import { parseGondola } from './formats/gondola.ts';
import { firstProblems, type Problem } from './formats/problem.ts';
import { readJson } from './formats/read-json.ts';
import type { Planogram } from './model.ts';

export type PlanogramFileFormat = 'azure' | 'gondola';

export interface ParseOptions {
  /** Millimetres per unit of the file, for formats that do not say it; left out, it is guessed and noted. */
  unitMm?: number;
}

/** What the file says about itself; whoever imports it may say otherwise. */
export interface Suggested {
  code?: string;
  label?: string;
  name?: string;
  catalog?: string;
  /** ISO 8601 with offset. */
  effectiveFrom?: string;
  effectiveTo?: string;
}

export type Parsed =
  | { planogram: Planogram; notes: string[]; suggested: Suggested }
  | { problems: Problem[] };

/** Reads a planogram file. Either the whole of it is sound, or there are problems and no planogram; it never throws. */
export function parsePlanogram(
  format: PlanogramFileFormat,
  content: string,
  options: ParseOptions = {},
): Parsed {
  const json = readJson(content);
  if ('problem' in json) return { problems: [json.problem] };
  const parsed = format === 'azure' ? parseAzure(json.value, options) : parseGondola(json.value);
  return 'problems' in parsed ? { problems: firstProblems(parsed.problems) } : parsed;
}

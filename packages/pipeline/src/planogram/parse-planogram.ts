import { parseAzure } from './formats/azure.ts';
import { parseCsv } from './formats/csv/parse-csv.ts';
import { parseGondola } from './formats/gondola.ts';
import { guessFormat } from './formats/guess-format.ts';
import { firstProblems, type Problem, wholeFile } from './formats/problem.ts';
import { parsePsa } from './formats/psa/parse-psa.ts';
import { parsePts } from './formats/pts/parse-pts.ts';
import { readJson } from './formats/read-json.ts';
import type { Planogram } from './model.ts';

/** Our own JSON, Azure's JSON, Blue Yonder's PSA, our CSV, Japan's PTS. */
export const planogramFileFormats = ['gondola', 'azure', 'psa', 'csv', 'pts'] as const;
export type PlanogramFileFormat = (typeof planogramFileFormats)[number];

export interface ParseOptions {
  /** Millimetres per unit of the file, for formats that do not say it (azure, psa); left out, it is guessed and noted. */
  unitMm?: number;
  /** Which planogram of a file that holds several (psa: name or key; csv: code, version, or both with a space). */
  planogram?: string;
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

const isJson: Record<PlanogramFileFormat, boolean> = {
  gondola: true,
  azure: true,
  psa: false,
  csv: false,
  pts: false,
};

/**
 * Reads a planogram file. Either the whole of it is sound, or there are problems and no planogram; it never throws. Bytes
 * are read in the encoding that they are in; text is taken as it is.
 */
export function parsePlanogram(
  format: PlanogramFileFormat,
  content: string | Uint8Array,
  options: ParseOptions = {},
): Parsed {
  const file = isJson[format] ? '$' : wholeFile;
  const looks = guessFormat(content);
  // Two kinds of JSON tell themselves apart by their members, each in its own words.
  if (looks !== null && isJson[looks] !== isJson[format]) return otherFormat(file, format, looks);
  if (looks !== null && looks !== format && !isJson[looks]) return otherFormat(file, format, looks);
  const parsed = parseAs(format, content, options);
  return 'problems' in parsed ? { problems: firstProblems(parsed.problems, file) } : parsed;
}

function parseAs(format: PlanogramFileFormat, content: string | Uint8Array, options: ParseOptions): Parsed {
  if (format === 'psa') return parsePsa(content, options);
  if (format === 'csv') return parseCsv(content, options);
  if (format === 'pts') return parsePts(content);
  const json = readJson(content);
  if ('problem' in json) return { problems: [json.problem] };
  return format === 'azure' ? parseAzure(json.value, options) : parseGondola(json.value);
}

function otherFormat(path: string, said: PlanogramFileFormat, looks: PlanogramFileFormat): Parsed {
  return {
    problems: [
      {
        path,
        code: 'FORMAT_UNKNOWN',
        message: `This is not a file of the format “${said}”, but by its beginning one of “${looks}”: choose that.`,
      },
    ],
  };
}

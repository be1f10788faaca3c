import type { Planogram } from '../model.ts';
import type { FileHead } from './file-head.ts';
import type { Problem } from './problem.ts';
import type { TableEncoding } from './text/detect-encoding.ts';

/** Our own JSON, Azure's JSON, Blue Yonder's PSA, our CSV, Japan's PTS. */
export const planogramFileFormats = ['gondola', 'azure', 'psa', 'csv', 'pts'] as const;
export type PlanogramFileFormat = (typeof planogramFileFormats)[number];

/** A planogram format: its syntax, its recognition and its parser. */
export interface PlanogramFormat {
  /** Problems of JSON have paths (`$.shelves[0]`), problems of lines have cells (`line 3, column "x"`). */
  syntax: 'json' | 'lines';
  /** Returns true when a file plainly is of this format by how it begins. */
  sniff(head: FileHead): boolean;
  /** Reads a whole file. Returns either a planogram or problems, and never throws. */
  parse(content: string | Uint8Array, options: ParseOptions): Parsed;
}

export interface ParseOptions {
  /** Millimetres per unit, for formats without a unit (azure, psa). Without this option the unit is guessed and noted. */
  unitMm?: number;
  /** The choice in a file of several planograms (psa: name or key; csv: code, version, or both with a space). */
  planogram?: string;
  /** csv: whether shelf 1 is the lowest or the uppermost. Without this option heights decide, else it is the lowest. */
  shelvesFrom?: 'FLOOR' | 'TOP';
  /** csv: whether y counts down from the bay's top or up from the floor. Without this option the file decides, else the top. */
  yFrom?: 'TOP' | 'FLOOR';
  /** The encoding of a table without a mark (csv). Without this option the bytes tell it, or a problem asks. */
  encoding?: TableEncoding;
}

/** Identity and period in the file, which the importing person may override. */
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

import { readFileHead } from './file-head.ts';
import { formats } from './formats.ts';
import { type PlanogramFileFormat, planogramFileFormats } from './planogram-format.ts';

/** Returns the one format that a file plainly has by how it begins; null when none or several recognise it. */
export function guessFormat(content: string | Uint8Array): PlanogramFileFormat | null {
  const head = readFileHead(content);
  const [format, ...others] = planogramFileFormats.filter((name) => formats[name].sniff(head));
  return format !== undefined && others.length === 0 ? format : null;
}

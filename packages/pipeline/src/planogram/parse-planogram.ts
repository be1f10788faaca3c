import { formats } from './formats/formats.ts';
import { guessFormat } from './formats/guess-format.ts';
import type { Parsed, ParseOptions, PlanogramFileFormat } from './formats/planogram-format.ts';
import { firstProblems, inOrderOfLines, wholeFile } from './formats/problem.ts';

/**
 * Reads a planogram file. Returns either a planogram or problems, and never throws. Bytes are decoded by their encoding; text
 * is used unchanged.
 */
export function parsePlanogram(
  format: PlanogramFileFormat,
  content: string | Uint8Array,
  options: ParseOptions = {},
): Parsed {
  const { syntax, parse } = formats[format];
  const file = syntax === 'json' ? '$' : wholeFile;
  const guessed = guessFormat(content);
  // The parsers of the two JSON formats report a file of the other format themselves, by its members.
  const bothJson = guessed !== null && syntax === 'json' && formats[guessed].syntax === 'json';
  if (guessed !== null && guessed !== format && !bothJson) return otherFormat(file, format, guessed);
  const parsed = parse(content, options);
  if (!('problems' in parsed)) return parsed;
  return { problems: firstProblems(inOrderOfLines(parsed.problems), file) };
}

function otherFormat(path: string, chosen: PlanogramFileFormat, guessed: PlanogramFileFormat): Parsed {
  return {
    problems: [
      {
        path,
        code: 'FORMAT_UNKNOWN',
        message: `This is not a file of the format “${chosen}”, but by its beginning one of “${guessed}”: choose that.`,
      },
    ],
  };
}

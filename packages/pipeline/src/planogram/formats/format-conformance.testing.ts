import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotsOf } from '../model.ts';
import { parsePlanogram } from '../parse-planogram.ts';
import { readFileHead } from './file-head.ts';
import { formats } from './formats.ts';
import { guessFormat } from './guess-format.ts';
import { type PlanogramFileFormat, planogramFileFormats } from './planogram-format.ts';

/**
 * Tests the contract of every planogram format in any syntax. `sample`: a small valid file of the format; `foreign`: valid
 * files of the other formats.
 */
export function testFormatConformance(
  name: PlanogramFileFormat,
  sample: string | Uint8Array,
  foreign: ReadonlyMap<PlanogramFileFormat, string | Uint8Array>,
): void {
  const bytes = typeof sample === 'string' ? Buffer.from(sample) : sample;
  const format = formats[name];
  const pathPattern = format.syntax === 'json' ? /^\$/ : /^(file$|line \d+)/;

  test(`${name}: its own file is recognised, and no other format recognises it`, () => {
    expect(guessFormat(sample)).toBe(name);
    const recognisedBy = planogramFileFormats.filter((one) => formats[one].sniff(readFileHead(sample)));
    expect(recognisedBy).toEqual([name]);
  });

  test(`${name}: a valid file gives a planogram whose positions lie on its shelves`, () => {
    const parsed = parsePlanogram(name, sample);
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const { planogram } = parsed;
    const shelves = new Set(planogram.shelves.map(({ number }) => number));
    const products = new Set(planogram.products.map(({ id }) => id));
    expect(planogram.positions.length).toBeGreaterThan(0);
    for (const position of planogram.positions) {
      expect(shelves).toContain(position.shelfNumber);
      expect(products).toContain(position.productId);
      expect(slotsOf(position)).toHaveLength(position.facings.horizontal * position.facings.vertical);
    }
    expect(new Set(planogram.positions.map(({ id }) => id)).size).toBe(planogram.positions.length);
  });

  test(`${name}: the same file gives the same planogram, as text and as bytes`, () => {
    expect(parsePlanogram(name, sample)).toEqual(parsePlanogram(name, sample));
    if (typeof sample === 'string') expect(parsePlanogram(name, bytes)).toEqual(parsePlanogram(name, sample));
  });

  test(`${name}: the file of another format is refused as a whole`, () => {
    for (const [other, file] of foreign) {
      if (other === name) continue;
      const parsed = parsePlanogram(name, file);
      if (!('problems' in parsed)) throw new Error(`${name} read a file of ${other}`);
      expect(parsed.problems.length).toBeGreaterThan(0);
    }
  });

  test(`${name}: arbitrary bytes give a planogram or problems with path, code and sentence, never an exception`, () => {
    const damaged = fc
      .array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 })
      .chain((changes) =>
        fc.tuple(fc.nat(bytes.length)).map(([end]) => {
          const copy = Uint8Array.from(bytes);
          for (const [at, value] of changes) copy[at] = value;
          return copy.subarray(0, end);
        }),
      );
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (content) => {
        const parsed = parsePlanogram(name, content);
        if (!('problems' in parsed)) return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        for (const { path, code, message } of parsed.problems) {
          expect(path).toMatch(pathPattern);
          expect(code).toMatch(/^[A-Z_]+$/);
          expect(message).toMatch(/[.:]$/);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '@gondola/db';
import type { Realogram } from '../../inference/realogram.ts';
import { parseAzureRecognition } from '../formats/azure-recognition.ts';
import type { Planogram } from '../model.ts';
import { parsePlanogram } from '../parse-planogram.ts';
import { readRealDataEnv } from './env.ts';

/** A real shelf, its planogram, what a cloud model saw of it, and the truth by eye. */
export interface GoldenSet {
  planogram: Planogram;
  realogram: Realogram;
  /** By position id. */
  truth: Map<string, Verdict>;
}

const shared = join(import.meta.dirname, '../../../../../../shared');

const verdictOf: Record<string, Verdict> = {
  ok: 'MATCH',
  missing: 'MISSING',
  wrong_product: 'WRONG_PRODUCT',
};

/** For tests. Null when the machine has no real data; where it should be there, that is an error. */
export function readGoldenSet(): GoldenSet | null {
  const { folder, inCi } = readRealDataEnv();
  const set = join(folder ?? join(shared, 'data'), 'azure-shelf-planogram');
  if (!existsSync(set)) {
    if (inCi && existsSync(shared)) throw new Error(`no real data at ${set}`);
    return null;
  }
  const read = (file: string) => readFileSync(join(set, file), 'utf8');
  const parsed = parsePlanogram('azure', read('planogram.json'));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const recognised = parseAzureRecognition(read('recognition.json'), parsed.planogram);
  if ('problems' in recognised) throw new Error(JSON.stringify(recognised.problems));
  const expected = JSON.parse(read('expected-compliance.json')) as {
    positions: { positionId: string; status: string }[];
  };
  const truth = expected.positions.map(({ positionId, status }): [string, Verdict] => {
    const verdict = verdictOf[status];
    if (verdict === undefined) throw new Error(`unknown status ${status}`);
    return [positionId, verdict];
  });
  return { planogram: parsed.planogram, realogram: recognised.realogram, truth: new Map(truth) };
}

import type { Verdict } from '@gondola/db';
import type { Realogram } from '@gondola/pipeline/photo-detection';
import { type Planogram, parseAzureRecognition, parsePlanogram } from '@gondola/pipeline/planogram';
import { hasRealData, readReal } from './real-data.ts';

/** A real shelf, its planogram, what a cloud model saw of it, and the truth by eye. */
export interface GoldenSet {
  planogram: Planogram;
  realogram: Realogram;
  /** By position id. */
  truth: Map<string, Verdict>;
}

const verdictOf: Record<string, Verdict> = {
  ok: 'MATCH',
  missing: 'MISSING',
  wrong_product: 'WRONG_PRODUCT',
};

/** Null when the machine has no real data. */
export async function readGoldenSet(): Promise<GoldenSet | null> {
  if (!hasRealData) return null;
  const read = async (file: string) =>
    Buffer.from(await readReal(`azure-shelf-planogram/${file}`)).toString();
  const parsed = parsePlanogram('azure', await read('planogram.json'));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const recognised = parseAzureRecognition(await read('recognition.json'), parsed.planogram);
  if ('problems' in recognised) throw new Error(JSON.stringify(recognised.problems));
  const expected = JSON.parse(await read('expected-compliance.json')) as {
    positions: { positionId: string; status: string }[];
  };
  const truth = expected.positions.map(({ positionId, status }): [string, Verdict] => {
    const verdict = verdictOf[status];
    if (verdict === undefined) throw new Error(`unknown status ${status}`);
    return [positionId, verdict];
  });
  return { planogram: parsed.planogram, realogram: recognised.realogram, truth: new Map(truth) };
}

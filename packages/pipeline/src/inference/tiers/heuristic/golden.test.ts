import path from 'node:path';
import { expect, test } from 'vitest';
import type { Frame } from '../../../images/frame.ts';
import { toInferenceFrame } from '../../../images/inference-frame.ts';
import { decodeReferenceImage } from '../../../images/reference-image.ts';
import { parsePlanogram } from '../../../planogram/parse-planogram.ts';
import { hasRealData, listReal, readReal } from '../../../real-data/real-data.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const set = 'azure-shelf-planogram';
const text = async (file: string): Promise<string> =>
  Buffer.from(await readReal(`${set}/${file}`)).toString();

test.skipIf(!hasRealData)(
  `all 58 places of the real shelf are seen as they are${hasRealData ? '' : ': no real data'}`,
  async () => {
    const parsed = parsePlanogram('azure', await text('planogram.json'));
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const { planogram } = parsed;
    const idOf = new Map(planogram.products.map((p) => [p.name, p.id]));
    const references = new Map<string, Frame[]>();
    for (const file of await listReal(`${set}/catalog`)) {
      const id = idOf.get(path.parse(file).name);
      if (id === undefined) continue;
      references.set(id, [...(references.get(id) ?? []), await decodeReferenceImage(await readReal(file))]);
    }
    const frame = await toInferenceFrame(await readReal(`${set}/shelf.jpg`), 1600);
    const { detections } = await createHeuristicTier().detect(
      { frame, planogram, references },
      new AbortController().signal,
    );

    const expected = JSON.parse(await text('expected-compliance.json')) as {
      positions: { positionId: string; found: string | null }[];
    };
    const seen = new Map(detections.map((d) => [d.slot?.positionId, d]));
    const wrong = expected.positions.flatMap(({ positionId, found }) => {
      const d = seen.get(positionId);
      const right = found === null ? d?.kind === 'gap' : d !== undefined && d.productId === idOf.get(found);
      return right ? [] : [{ positionId, found, seen: d?.kind, productId: d?.productId }];
    });
    expect(wrong).toEqual([]);
    expect(detections).toHaveLength(58);
  },
  120_000,
);

import path from 'node:path';
import { hasRealData, listReal, readReal } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import { assess } from '../../../compliance/assess.ts';
import type { Frame } from '../../../images/frame.ts';
import { toInferenceFrame } from '../../../images/inference-frame.ts';
import { decodeReferenceImage } from '../../../images/reference-image.ts';
import { parsePlanogram } from '../../../planogram/parse-planogram.ts';
import { createHeuristicTier } from './heuristic-tier.ts';

const set = 'field-cases';
const everywhere = 'p11 p12 p13 p14 p15 p16 p21 p22 p23 p24 p25 p26 p31 p32 p33 p34 p35 p36';

test.skipIf(!hasRealData).each([
  ['5-part-of-the-bay/zoom.jpg', null, 'p13 p14 p15 p16 p23 p24 p25 p26'],
  ['17-mirrored/upside-down.jpg', 'TURNED', everywhere],
  ['17-mirrored/quarter-turn.jpg', 'TURNED', everywhere],
  ['17-mirrored/mirrored.jpg', 'MIRRORED', ''],
  ['17-mirrored/grey.jpg', 'NO_COLOUR', ''],
])(
  `%s: problem %s, no fault, right in view${hasRealData ? '' : ': no real data'}`,
  async (file, problem, right) => {
    const parsed = parsePlanogram(
      'gondola',
      Buffer.from(await readReal(`${set}/bay/planogram.json`)).toString(),
    );
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const { planogram } = parsed;
    const references = new Map<string, Frame[]>();
    for (const image of await listReal(`${set}/bay/products`)) {
      const product = planogram.products.find(({ sku }) => sku === path.parse(image).name);
      if (product) references.set(product.id, [await decodeReferenceImage(await readReal(image))]);
    }
    const frame = await toInferenceFrame(await readReal(`${set}/${file}`), 1600);
    const realogram = await createHeuristicTier().detect(
      { frame, planogram, references },
      new AbortController().signal,
    );
    const findings = assess(planogram, realogram).findings.filter(({ positionId }) => positionId !== null);
    expect(realogram.placementProblem ?? null).toBe(problem);
    expect(findings.filter(({ verdict }) => verdict === 'MATCH').map(({ positionId }) => positionId)).toEqual(
      right === '' ? [] : right.split(' '),
    );
    const others = new Set(findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'MATCH'));
    for (const verdict of others) expect(['NOT_VISIBLE', 'NOT_ASSESSED']).toContain(verdict);
  },
  60_000,
);

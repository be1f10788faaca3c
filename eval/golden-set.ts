import { readdir, readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { assess, type Compliance } from '@gondola/pipeline/compliance';
import {
  createHeuristicTier,
  decodePhoto,
  decodeReferenceImage,
  type Frame,
  findCover,
  maxInferenceLongSidePx,
  toInferenceFrame,
} from '@gondola/pipeline/photo-detection';
import { type Planogram, parseAzureRecognition, parsePlanogram } from '@gondola/pipeline/planogram';
import { type VerdictReport, verdictReport } from '@gondola/simulator';
import { z } from 'zod';

/** Accuracy on one photo whose truth is known position by position. */
export interface GoldenReport {
  positions: number;
  /** Positions with the right verdict and, for a wrong product, the right product. */
  right: number;
  strictRate: number | null;
  score: number | null;
  coverage: number;
  perVerdict: VerdictReport['perVerdict'];
  wrong: { position: string; truth: string; said: string }[];
  msPerPhoto: number;
}

const truthFile = z.object({
  positions: z.array(
    z.object({
      positionId: z.string(),
      expected: z.string(),
      found: z.string().nullable(),
      status: z.enum(['ok', 'missing', 'wrong_product']),
    }),
  ),
});
type Truth = z.infer<typeof truthFile>['positions'][number];

const verdictOfStatus = { ok: 'MATCH', missing: 'MISSING', wrong_product: 'WRONG_PRODUCT' } as const;

/** Evaluates tier 3 on the photo, with the reference images alone. */
export async function evaluateTier3(dir: string): Promise<GoldenReport> {
  const planogram = await readAzurePlanogram(dir);
  const references = await readReferences(join(dir, 'catalog'), planogram);
  const photo = await readFile(join(dir, 'shelf.jpg'));
  const tier = createHeuristicTier();
  const started = performance.now();
  const { frame } = await decodePhoto(photo);
  const input = { frame: await toInferenceFrame(frame, maxInferenceLongSidePx), planogram, references };
  const realogram = await tier.detect(input, new AbortController().signal);
  const covered = findCover({ ...input, realogram });
  const compliance = assess(planogram, { ...realogram, covered: covered ?? [] });
  return judge(dir, planogram, compliance, performance.now() - started);
}

/** Evaluates alignment and scoring alone, on the recorded detections of a cloud model for the photo. */
export async function evaluateDetections(dir: string): Promise<GoldenReport> {
  const planogram = await readAzurePlanogram(dir);
  const read = parseAzureRecognition(await readFile(join(dir, 'recognition.json'), 'utf8'), planogram);
  if ('problems' in read) throw new Error(`recognition.json: ${JSON.stringify(read.problems)}`);
  const started = performance.now();
  const compliance = assess(planogram, read.realogram);
  return judge(dir, planogram, compliance, performance.now() - started);
}

async function judge(
  dir: string,
  planogram: Planogram,
  compliance: Compliance,
  ms: number,
): Promise<GoldenReport> {
  const truth = truthFile.parse(JSON.parse(await readFile(join(dir, 'expected-compliance.json'), 'utf8')));
  const names = new Map(planogram.products.map(({ id, name }) => [id, name]));
  const wrong: GoldenReport['wrong'] = [];
  for (const position of truth.positions) {
    const finding = compliance.findings.find((f) => f.positionId === position.positionId);
    const expected = words(verdictOfStatus[position.status], position.found);
    const seen = finding?.seenProductId ? (names.get(finding.seenProductId) ?? null) : null;
    const said = words(finding?.verdict ?? 'none', seen);
    if (said !== expected) wrong.push({ position: position.positionId, truth: expected, said });
  }
  const { perVerdict } = verdictReport([
    {
      truth: {
        positions: truth.positions.map(({ positionId, status }) => ({
          positionId,
          verdict: verdictOfStatus[status],
          cut: false,
        })),
        score: null,
      },
      score: null,
      verdicts: new Map(compliance.findings.map((f) => [f.positionId ?? '', f.verdict])),
    },
  ]);
  return {
    positions: truth.positions.length,
    right: truth.positions.length - wrong.length,
    strictRate: compliance.components.strictRate,
    score: compliance.score,
    coverage: compliance.coverage,
    perVerdict,
    wrong,
    msPerPhoto: Math.round(ms),
  };
}

/** Names a verdict; a wrong product includes its name, because the verdict without the product is half an answer. */
const words = (verdict: string, found: Truth['found']) =>
  verdict === 'WRONG_PRODUCT' ? `${verdict} (${found})` : verdict;

async function readAzurePlanogram(dir: string): Promise<Planogram> {
  const parsed = parsePlanogram('azure', await readFile(join(dir, 'planogram.json'), 'utf8'));
  if ('problems' in parsed) throw new Error(`planogram.json: ${JSON.stringify(parsed.problems)}`);
  return parsed.planogram;
}

/** Reads the reference images by product: the file's name is the product's. */
async function readReferences(dir: string, planogram: Planogram): Promise<Map<string, Frame[]>> {
  const references = new Map<string, Frame[]>();
  for (const file of (await readdir(dir)).sort()) {
    const product = planogram.products.find((p) => p.name === parse(file).name);
    if (!product) continue;
    const frame = await decodeReferenceImage(await readFile(join(dir, file)));
    references.set(product.id, [...(references.get(product.id) ?? []), frame]);
  }
  return references;
}

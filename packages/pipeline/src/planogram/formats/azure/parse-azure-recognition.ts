import { z } from 'zod';
import type { Box, Candidate, Detection, Realogram } from '../../../realogram.ts';
import type { Planogram } from '../../model.ts';
import { describeIssue } from '../describe-issue.ts';
import { coordinate, size } from '../fields.ts';
import { firstProblems, type Path, type Problem, writePath } from '../problem.ts';
import { readJson } from '../read-json.ts';
import { spell, toCamel } from './spelling.ts';

export type AzureRecognition = { realogram: Realogram; notes: string[] } | { problems: Problem[] };

/** `tags[{ name, confidence }]` in the samples and the newer pages, `classifications[{ label, confidence }]` in older ones. */
const tag = z
  .object({ name: z.string().optional(), label: z.string().optional(), confidence: z.number().min(0).max(1) })
  .transform(({ name, label, confidence }) => ({ label: name ?? label ?? '', confidence }));
const object = z
  .object({
    boundingBox: z.object({ x: coordinate(), y: coordinate(), w: size(), h: size() }),
    tags: z.array(tag).optional(),
    classifications: z.array(tag).optional(),
  })
  .transform(({ boundingBox, tags, classifications }) => ({
    boundingBox,
    tags: tags ?? classifications ?? [],
  }));
const recognition = z.object({
  imageMetadata: z.object({ width: size(), height: size() }),
  products: z.array(object).max(10_000),
  gaps: z.array(object).max(10_000).default([]),
});

/** The pretrained model's only label, which means a product of unknown identity. */
const anyProduct = 'product';

/**
 * Reads a result of Azure's product recognition (pixels, labels by name) as a realogram. Labels are matched with the
 * planogram's products by name, SKU and GTIN, ignoring case. A label without a match is an unknown product.
 */
export function parseAzureRecognition(content: string, planogram: Planogram): AzureRecognition {
  const json = readJson(content);
  if ('problem' in json) return { problems: [json.problem] };
  const camel = toCamel(json.value);
  if (camel.problems.length > 0) return { problems: firstProblems(camel.problems) };
  const request =
    typeof camel.value === 'object' && camel.value !== null && 'detectedProducts' in camel.value;
  const root: Path = request ? ['detectedProducts'] : [];
  const read = recognition.safeParse(
    request ? (camel.value as { detectedProducts: unknown }).detectedProducts : camel.value,
    { reportInput: true },
  );
  if (!read.success) {
    const problems = read.error.issues.map((issue) => ({
      path: writePath(spell(json.value, [...root, ...(issue.path as (string | number)[])])),
      ...describeIssue(issue),
    }));
    return { problems: firstProblems(problems) };
  }

  const productIds = labelIndex(planogram);
  const unknownLabels = new Set<string>();
  const { width, height } = read.data.imageMetadata;
  const detection = (kind: Detection['kind'], found: z.infer<typeof object>): Detection => {
    const ranked = found.tags.toSorted((a, b) => b.confidence - a.confidence);
    const best = ranked[0];
    const candidates = ranked.flatMap(({ label, confidence }): Candidate[] => {
      const productId = productIds.get(fold(label));
      return productId === undefined ? [] : [{ productId, score: confidence }];
    });
    const productId =
      kind === 'product' && best !== undefined ? (productIds.get(fold(best.label)) ?? null) : null;
    const identified =
      kind === 'product' && best !== undefined && (productId !== null || fold(best.label) !== anyProduct);
    if (identified && productId === null) unknownLabels.add(best.label);
    const { x, y, w, h } = found.boundingBox;
    const box: Box = [x / width, y / height, w / width, h / height];
    return { kind, box, productId, confidence: best?.confidence ?? 0.5, candidates, slot: null, identified };
  };
  const detections = [
    ...read.data.products.map((found) => detection('product', found)),
    ...read.data.gaps.map((found) => detection('gap', found)),
  ];
  return {
    realogram: { detections, planogramToPhoto: null, truncated: false },
    notes: [...unknownLabels].map((label) => `“${label}” is no product of the planogram.`),
  };
}

function labelIndex({ products }: Planogram): Map<string, string> {
  // Names are added last, so that a name wins over an equal SKU of another product.
  return new Map([
    ...products.flatMap(({ gtin, id }) => (gtin === null ? [] : [[fold(gtin), id] as const])),
    ...products.map(({ sku, id }) => [fold(sku), id] as const),
    ...products.map(({ name, id }) => [fold(name), id] as const),
  ]);
}

const fold = (label: string) => label.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

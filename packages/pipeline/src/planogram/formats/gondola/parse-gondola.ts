import { z } from 'zod';
import { readGtin } from '../../gtin.ts';
import { checkDraft } from '../check-draft.ts';
import { cleanCode } from '../clean-code.ts';
import { describeIssue } from '../describe-issue.ts';
import type { Draft } from '../draft.ts';
import { draftToPlanogram } from '../draft-to-planogram.ts';
import { coordinate, id, name, size } from '../fields.ts';
import { planogramLimits } from '../limits.ts';
import type { Parsed } from '../planogram-format.ts';
import { planogramNotes } from '../planogram-notes.ts';
import { type Problem, writePath } from '../problem.ts';

export const gondolaFormatName = 'gondola-planogram/1';

const facingCount = (max: number) => z.int().min(1).max(max);
const instant = () => z.iso.datetime({ offset: true }).nullish();

const gondolaFile = z.strictObject({
  format: z.literal(gondolaFormatName),
  code: id().nullish(),
  label: id().nullish(),
  name: name().nullish(),
  catalog: id().nullish(),
  effectiveFrom: instant(),
  effectiveTo: instant(),
  widthMm: size(),
  heightMm: size(),
  shelves: z
    .array(
      z.strictObject({ id: id(), xMm: coordinate(), yMm: coordinate(), widthMm: size(), heightMm: size() }),
    )
    .min(1)
    .max(planogramLimits.shelves),
  products: z
    .array(
      z.strictObject({
        sku: id(),
        gtin: id().nullish(),
        name: name(),
        brand: name().nullish(),
        category: name().nullish(),
        widthMm: size(),
        heightMm: size(),
        depthMm: size().nullish(),
      }),
    )
    .min(1)
    .max(planogramLimits.products),
  positions: z
    .array(
      z.strictObject({
        id: id(),
        sku: id(),
        shelf: id(),
        xMm: coordinate(),
        yMm: coordinate().nullish(),
        widthMm: size().nullish(),
        heightMm: size().nullish(),
        facings: z
          .strictObject({
            horizontal: facingCount(planogramLimits.facingsHorizontal).default(1),
            vertical: facingCount(planogramLimits.facingsVertical).default(1),
            depth: facingCount(planogramLimits.facingsDepth).default(1),
          })
          .default({ horizontal: 1, vertical: 1, depth: 1 }),
        orientation: id().default('front'),
      }),
    )
    .min(1)
    .max(planogramLimits.positions),
});

/** The file as written: optional members may be left out or null. */
export type GondolaFile = z.input<typeof gondolaFile>;

const fields: Draft['fields'] = {
  shelves: 'shelves',
  products: 'products',
  positions: 'positions',
  shelfRef: 'shelf',
  productRef: 'sku',
  productId: 'sku',
  gtin: 'gtin',
  x: 'xMm',
  y: 'yMm',
};

/**
 * Reads our own JSON, `"format": "gondola-planogram/1"`: millimetres, origin top-left of the bay, y down.
 *
 * - `code`, `name`: the planogram; `label`: this edition of it; `catalog`: whose SKUs; `effectiveFrom`, `effectiveTo`:
 *   ISO 8601 with offset. All are optional: the import may give them instead.
 * - `widthMm`, `heightMm`: the bay's face.
 * - `shelves[]`: `id`, `xMm`, `yMm` (the top edge of the board, where products stand), `widthMm`, `heightMm`. Numbers are
 *   not written: they follow from `yMm`, 1 at the bottom.
 * - `products[]`: `sku`, `gtin` (8, 12, 13 or 14 digits, or a GS1 digital link), `name`, `brand`, `category`, `widthMm`, `heightMm`, `depthMm`.
 * - `positions[]`: `id`, `sku`, `shelf` (its id), `xMm`, `yMm`, `widthMm`, `heightMm` (the block of all facings; left out,
 *   it stands on its shelf and is as large as its facings), `facings` `{ horizontal, vertical, depth }`, `orientation`.
 *
 * Unknown members are problems, since a misspelt one would otherwise be lost silently.
 */
export function parseGondola(file: unknown): Parsed {
  const read = gondolaFile.safeParse(file, { reportInput: true });
  if (!read.success) {
    const problems = read.error.issues.map((issue): Problem => {
      const problem = { path: writePath(issue.path as (string | number)[]), ...describeIssue(issue) };
      return problem.path === '$.format' ? { ...problem, code: 'FORMAT_UNKNOWN' } : problem;
    });
    // A file of another format is one problem, not a hundred.
    const foreign = problems.filter((problem) => problem.code === 'FORMAT_UNKNOWN');
    return { problems: foreign.length > 0 ? foreign : problems };
  }
  const { draft, gtinProblems } = toDraft(read.data);
  const problems = [...gtinProblems, ...checkDraft(draft, writePath), ...periodProblems(read.data)];
  if (problems.length > 0) return { problems };

  const planogram = draftToPlanogram(draft, 1);
  const { code, label, name, catalog, effectiveFrom, effectiveTo } = read.data;
  const said = Object.entries({ code, label, name, catalog, effectiveFrom, effectiveTo });
  const suggested = Object.fromEntries(said.filter(([, value]) => value !== null && value !== undefined));
  return { planogram, notes: planogramNotes(planogram), suggested };
}

function toDraft(read: z.infer<typeof gondolaFile>): { draft: Draft; gtinProblems: Problem[] } {
  const gtinProblems: Problem[] = [];
  const products = read.products.map((product, i) => {
    const reading =
      product.gtin === null || product.gtin === undefined ? null : readGtin(cleanCode(product.gtin));
    if (reading !== null && 'problem' in reading) {
      gtinProblems.push({
        path: writePath(['products', i, 'gtin']),
        code: 'GTIN_INVALID',
        message: `“${product.gtin}” is not a GTIN: ${reading.problem}.`,
      });
    }
    return {
      id: product.sku,
      sku: product.sku,
      gtin: reading !== null && 'gtin' in reading ? reading.gtin : null,
      name: product.name,
      brand: product.brand ?? null,
      category: product.category ?? null,
      width: product.widthMm,
      height: product.heightMm,
      depth: product.depthMm ?? null,
    };
  });
  const draft: Draft = {
    width: read.widthMm,
    height: read.heightMm,
    shelves: read.shelves.map((s) => ({
      id: s.id,
      x: s.xMm,
      y: s.yMm,
      width: s.widthMm,
      height: s.heightMm,
    })),
    products,
    positions: read.positions.map((p) => ({
      id: p.id,
      productId: p.sku,
      shelfId: p.shelf,
      x: p.xMm,
      y: p.yMm ?? null,
      width: p.widthMm ?? null,
      height: p.heightMm ?? null,
      facings: p.facings,
      orientation: p.orientation,
    })),
    fields,
  };
  return { draft, gtinProblems };
}

function periodProblems({ effectiveFrom, effectiveTo }: z.infer<typeof gondolaFile>): Problem[] {
  if (!effectiveFrom || !effectiveTo || Date.parse(effectiveFrom) < Date.parse(effectiveTo)) return [];
  return [
    {
      path: '$.effectiveTo',
      code: 'PERIOD_INVALID',
      message: `“effectiveTo” (${effectiveTo}) has to be later than “effectiveFrom” (${effectiveFrom}).`,
    },
  ];
}

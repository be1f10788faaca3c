import { z } from 'zod';
import { readGtin } from '../../gtin.ts';
import { checkDraft } from '../check-draft.ts';
import { cleanCode } from '../clean-code.ts';
import { describeIssue } from '../describe-issue.ts';
import type { Draft } from '../draft.ts';
import { draftToPlanogram } from '../draft-to-planogram.ts';
import { coordinate, id, name, size } from '../fields.ts';
import { guessUnit } from '../guess-unit.ts';
import { planogramLimits } from '../limits.ts';
import type { Parsed, ParseOptions } from '../planogram-format.ts';
import { planogramNotes } from '../planogram-notes.ts';
import { type Path, writePath } from '../problem.ts';
import { spell, toCamel } from './spelling.ts';

const drawing = z.object({
  width: size(),
  height: size(),
  products: z
    .array(z.object({ id: id(), name: name(), w: size(), h: size() }))
    .min(1)
    .max(planogramLimits.products),
  fixtures: z
    .array(z.object({ id: id(), w: size(), h: size(), x: coordinate(), y: coordinate() }))
    .min(1)
    .max(planogramLimits.shelves),
  positions: z
    .array(z.object({ id: id(), productId: id(), fixtureId: id(), x: coordinate(), y: coordinate() }))
    .min(1)
    .max(planogramLimits.positions),
});

const fields: Draft['fields'] = {
  shelves: 'fixtures',
  products: 'products',
  positions: 'positions',
  shelfRef: 'fixtureId',
  productRef: 'productId',
  productId: 'id',
  gtin: 'id',
  x: 'x',
  y: 'y',
};

/**
 * Reads a planogram of Azure AI Vision's planogram compliance API (2023-04-01-preview), in both spellings of its documents
 * (`productId`, `ProductId`). The planogram may be bare, wrapped in `{ "planogram": ... }`, or part of a match request.
 * Origin top-left, y down, one position = one facing. Product ids become SKUs, fixtures become shelves. The file does not
 * contain the unit: `unitMm` gives it, or the likeliest unit is assumed and noted.
 */
export function parseAzure(file: unknown, options: ParseOptions): Parsed {
  const camel = toCamel(file);
  if (camel.problems.length > 0) return { problems: camel.problems };
  const wrapped = typeof camel.value === 'object' && camel.value !== null && 'planogram' in camel.value;
  const root: Path = wrapped ? ['planogram'] : [];
  const read = drawing.safeParse(wrapped ? (camel.value as { planogram: unknown }).planogram : camel.value, {
    reportInput: true,
  });
  const spelled = (path: Path) => spell(file, path);
  if (!read.success) {
    return {
      problems: read.error.issues.map((issue) => ({
        path: writePath(spelled([...root, ...(issue.path as (string | number)[])])),
        ...describeIssue(issue),
      })),
    };
  }
  const draft: Draft = { ...toDraft(read.data), fields };
  const problems = checkDraft(draft, (path) => writePath(spelled([...root, ...path])));
  if (problems.length > 0) return { problems };

  const guess = guessUnit({
    bayWidth: draft.width,
    bayHeight: draft.height,
    productHeights: draft.products.map((product) => product.height),
  });
  const planogram = draftToPlanogram(draft, options.unitMm ?? guess.unitMm);
  const { widthMm, heightMm } = planogram;
  const unitNote =
    options.unitMm === undefined
      ? [
          `The file does not say its unit. Read as ${guess.name}, which makes the bay ${Math.round(widthMm)} mm wide and ${Math.round(heightMm)} mm high; the score does not depend on it.`,
        ]
      : [];
  return { planogram, notes: [...unitNote, ...planogramNotes(planogram)], suggested: {} };
}

function toDraft(read: z.infer<typeof drawing>): Omit<Draft, 'fields'> {
  return {
    width: read.width,
    height: read.height,
    shelves: read.fixtures.map(({ id, x, y, w, h }) => ({ id, x, y, width: w, height: h })),
    products: read.products.map(({ id, name, w, h }) => ({
      id,
      sku: id,
      gtin: gtinIn(id),
      name,
      brand: null,
      category: null,
      width: w,
      height: h,
      depth: null,
    })),
    positions: read.positions.map(({ id, productId, fixtureId, x, y }) => ({
      id,
      productId,
      shelfId: fixtureId,
      x,
      y,
      width: null,
      height: null,
      facings: { horizontal: 1, vertical: 1, depth: 1 },
      orientation: 'front',
    })),
  };
}

/** Returns the GTIN in an id, if any. Eight digits are ambiguous: one number in ten passes the check. */
function gtinIn(id: string): string | null {
  const code = cleanCode(id);
  const reading = /^\d{12,14}$/.test(code) ? readGtin(code) : null;
  return reading !== null && 'gtin' in reading ? reading.gtin : null;
}

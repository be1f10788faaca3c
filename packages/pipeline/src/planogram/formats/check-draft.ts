import { blockOf } from './block-of.ts';
import type { Draft } from './draft.ts';
import { planogramLimits } from './limits.ts';
import type { Path, Problem } from './problem.ts';

/** A block may exceed the bay by this share of the bay's side, because drawing programs round. */
const outsideTolerance = 0.002;

/**
 * Checks a draft as a whole: references, repeated ids, objects outside the bay, a plan too large to score. `locate` converts
 * a list, an index and a field, all named as in `draft.fields`, to a location in the file.
 */
export function checkDraft(draft: Draft, locate: (path: Path) => string): Problem[] {
  const { fields } = draft;
  const problems: Problem[] = [];
  const at = (...path: Path) => locate(path);

  const once = (list: string, field: string, values: (string | null)[]) => {
    const seen = new Map<string, number>();
    values.forEach((value, index) => {
      if (value === null) return;
      const first = seen.get(value);
      if (first === undefined) seen.set(value, index);
      else {
        problems.push({
          path: at(list, index, field),
          code: 'ID_REPEATED',
          message: `“${value}” is already the ${field} of ${at(list, first)}.`,
        });
      }
    });
  };
  once(
    fields.shelves,
    'id',
    draft.shelves.map((shelf) => shelf.id),
  );
  once(
    fields.products,
    fields.productId,
    draft.products.map((product) => product.id),
  );
  once(
    fields.products,
    fields.gtin,
    draft.products.map((product) => product.gtin),
  );
  once(
    fields.positions,
    'id',
    draft.positions.map((position) => position.id),
  );

  const inside = (item: Path, box: { x: number; y: number; width: number; height: number }, what: string) => {
    const slackX = draft.width * outsideTolerance;
    const slackY = draft.height * outsideTolerance;
    const acrossX = box.x < -slackX || box.x + box.width > draft.width + slackX;
    const acrossY = box.y < -slackY || box.y + box.height > draft.height + slackY;
    if (!acrossX && !acrossY) return;
    const [side, from, to, limit] = acrossX
      ? ['x', box.x, box.x + box.width, draft.width]
      : ['y', box.y, box.y + box.height, draft.height];
    problems.push({
      path: at(...item, acrossX ? fields.x : fields.y),
      code: 'OUTSIDE_BAY',
      message: `${what} reaches from ${round(from)} to ${round(to)} along ${side}; the bay from 0 to ${round(limit)}.`,
    });
  };
  for (const [i, shelf] of draft.shelves.entries()) {
    inside([fields.shelves, i], shelf, `Shelf “${shelf.id}”`);
  }

  const products = new Map(draft.products.map((product) => [product.id, product]));
  const shelves = new Map(draft.shelves.map((shelf) => [shelf.id, shelf]));
  draft.positions.forEach((position, i) => {
    const product = products.get(position.productId);
    const shelf = shelves.get(position.shelfId);
    const dangling = (field: string, value: string, list: string) =>
      problems.push({
        path: at(fields.positions, i, field),
        code: 'REFERENCE_UNKNOWN',
        message: `Position “${position.id}” names “${value}”, which is not among the ${list}.`,
      });
    if (product === undefined) dangling(fields.productRef, position.productId, fields.products);
    if (shelf === undefined) dangling(fields.shelfRef, position.shelfId, fields.shelves);
    if (product === undefined || shelf === undefined) return;
    inside([fields.positions, i], blockOf(position, product, shelf), `Position “${position.id}”`);
  });

  const facings = draft.positions.reduce((sum, p) => sum + p.facings.horizontal * p.facings.vertical, 0);
  if (facings > planogramLimits.facings) {
    problems.push({
      path: at(fields.positions),
      code: 'TOO_MANY',
      message: `The positions have ${facings} facings together; at most ${planogramLimits.facings} can be scored.`,
    });
  }
  return problems;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

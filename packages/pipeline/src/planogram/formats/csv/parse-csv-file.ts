import { checkDraft } from '../check-draft.ts';
import { choosePlanogram } from '../choose-planogram.ts';
import type { Draft } from '../draft.ts';
import { draftToPlanogram } from '../draft-to-planogram.ts';
import { checkPlaces } from '../lay-out/check-places.ts';
import { layOutBays } from '../lay-out/lay-out-bays.ts';
import { checkCounts, locateIn } from '../lay-out/locate-in.ts';
import { settleShelves } from '../lay-out/settle-shelves.ts';
import { settleSizes } from '../lay-out/settle-sizes.ts';
import type { Parsed, ParseOptions } from '../planogram-format.ts';
import { planogramNotes } from '../planogram-notes.ts';
import { officialName } from './columns.ts';
import { readBays } from './read-bays.ts';
import { readCatalog } from './read-catalog.ts';
import { readPeriod } from './read-period.ts';
import { readProducts } from './read-products.ts';
import type { CsvFile } from './read-rows.ts';

const fields: Draft['fields'] = {
  shelves: 'shelves',
  products: 'products',
  positions: 'positions',
  shelfRef: 'shelf',
  productRef: 'sku',
  productId: 'sku',
  gtin: 'gtin',
  x: 'x',
  y: 'y',
};

/** Reads one planogram from the rows of a table: those of a CSV file or of a sheet. */
export function parseCsvFile(file: CsvFile, options: ParseOptions): Parsed {
  const choice = choosePlanogram(file.groups, options.planogram, nameOf(file, 'planogram_code'));
  if ('problem' in choice) return { problems: [choice.problem] };
  const { name: code, key: label, rows } = choice.chosen;
  const { products, ofRow, notes: codeNotes } = readProducts(file, rows);
  const bays = readBays(file, rows, ofRow);
  const { notes: periodNotes, ...period } = readPeriod(rows);
  const catalog = readCatalog(rows);
  const tooMany = checkCounts({
    positions: rows.length,
    shelves: bays.reduce((sum, bay) => sum + bay.shelves.length, 0),
    products: products.length,
  });
  if (tooMany.length > 0 || file.problems.length > 0) return { problems: [...tooMany, ...file.problems] };

  const names = {
    x: nameOf(file, 'x'),
    y: nameOf(file, 'y'),
    w: nameOf(file, 'w'),
    h: nameOf(file, 'h'),
    shelf_y: nameOf(file, 'shelf_y'),
  };
  const sized = settleSizes(bays, products, names, (column) => names[column] === officialName(column));
  if (sized.problems.length > 0) return { problems: sized.problems };
  const settled = settleShelves(sized.bays, products, options, names);
  const misplaced = [...settled.problems, ...checkPlaces(settled.bays, products, names)];
  if (misplaced.length > 0) return { problems: misplaced };
  const { draft, lines, notes } = layOutBays(settled.bays, products);
  const columns: Record<string, string | undefined> = {
    id: file.header.columns.get('position_id')?.name,
    sku: nameOf(file, 'sku'),
    gtin: nameOf(file, 'gtin'),
    x: file.header.columns.get('x')?.name,
    y: file.header.columns.get('y')?.name,
  };
  const problems = checkDraft({ ...draft, fields }, locateIn(lines, columns));
  if (problems.length > 0) return { problems };
  const planogram = draftToPlanogram({ ...draft, fields }, 1);
  return {
    planogram,
    notes: [
      ...file.notes,
      ...codeNotes,
      ...periodNotes,
      ...sized.notes,
      ...settled.notes,
      ...notes,
      ...planogramNotes(planogram),
    ],
    suggested: {
      code,
      ...(label === null ? {} : { label }),
      ...(catalog === null ? {} : { catalog }),
      ...period,
    },
  };
}

const nameOf = ({ header }: CsvFile, column: Parameters<typeof officialName>[0]) =>
  header.columns.get(column)?.name ?? officialName(column);

import { checkDraft } from '../check-draft.ts';
import type { Draft } from '../draft.ts';
import { draftToPlanogram } from '../draft-to-planogram.ts';
import { checkCounts, locateIn } from '../lay-out/locate-in.ts';
import type { Parsed, ParseOptions } from '../planogram-format.ts';
import { planogramNotes } from '../planogram-notes.ts';
import { type Problem, writeCell } from '../problem.ts';
import { chooseRecords, type PsaPlanogram } from './choose-records.ts';
import { drawPlanogram } from './draw-planogram.ts';
import { notePositions } from './note-positions.ts';
import { readIdentity } from './read-identity.ts';
import { lengthOrNull } from './read-position.ts';
import { readProducts } from './read-products.ts';
import { chooseUnit, readProject } from './read-project.ts';
import { readFields, readRecords } from './read-records.ts';
import { readSegments } from './read-segments.ts';
import { readSurfaces } from './read-surfaces.ts';

const fields: Draft['fields'] = {
  shelves: 'shelves',
  products: 'products',
  positions: 'positions',
  shelfRef: 'fixture',
  productRef: 'upc',
  productId: 'id',
  gtin: 'upc',
  x: 'x',
  y: 'y',
};
const columns = { id: 'ID', upc: 'UPC', x: 'X', y: 'Y' };

/**
 * Reads a Blue Yonder (JDA, ProSpace) planogram file. Its coordinates count up from the floor; ours count down from the top.
 * `planogram` chooses one of several planograms by name or key. The unit is `unitMm`, else the stated one, else the likelier of
 * inches and centimetres, which is noted.
 */
export function parsePsa(content: string | Uint8Array, options: ParseOptions): Parsed {
  const read = readRecords(content);
  if ('problem' in read) return { problems: [read.problem] };
  const choice = chooseRecords(read.file, options.planogram);
  if ('problem' in choice) return { problems: [choice.problem] };
  const { chosen } = choice;

  const problems: Problem[] = [];
  const head = readFields(chosen.planogram, problems);
  const identity = readIdentity(head);
  const segments = readSegments(chosen.segments, problems);
  const height = lengthOrNull(head, 'height');
  const project = readProject(read.file.records);
  const { surfaces, notes: surfaceNotes } = readSurfaces(chosen, height ?? 0, problems);
  const positions = surfaces.flatMap((surface) => surface.positions);
  const products = readProducts(read.file.records, positions, project.key, problems);
  const segmentsEnd = Math.max(0, ...segments.map(({ x, width }) => x + width));
  const width = lengthOrNull(head, 'width') ?? (segmentsEnd || null);
  if (width === null) head.fault('width', 'FIELD_MISSING', 'is missing');
  if (height === null) head.fault('height', 'FIELD_MISSING', 'is missing');
  problems.push(
    ...nothingPlanned(chosen),
    ...checkCounts({
      positions: positions.length,
      shelves: surfaces.length,
      products: products.products.length,
    }),
  );
  if (width === null || height === null || problems.length > 0) return { problems };

  const {
    draft,
    lines,
    notes: drawingNotes,
  } = drawPlanogram({ width, height }, surfaces, segments, products, problems);
  if (problems.length > 0) return { problems };
  problems.push(...checkDraft({ ...draft, fields }, locateIn(lines, columns)));
  if (problems.length > 0) return { problems };

  const unit = chooseUnit(
    options.unitMm,
    project,
    {
      bayWidth: segments.length > 0 ? segmentsEnd / segments.length || null : null,
      bayHeight: height,
      productHeights: products.products.map((product) => product.height),
    },
    draft,
  );
  const planogram = draftToPlanogram({ ...draft, fields }, unit.unitMm);
  return {
    planogram,
    notes: [
      ...unit.notes,
      ...read.file.notes,
      ...identity.notes,
      ...surfaceNotes,
      ...products.notes,
      ...notePositions(surfaces),
      ...drawingNotes,
      ...planogramNotes(planogram),
    ],
    suggested: { ...identity.suggested, ...read.file.identity },
  };
}

function nothingPlanned({ planogram, name, fixtures, strays }: PsaPlanogram): Problem[] {
  if (strays.length > 0 || fixtures.some(({ positions }) => positions.length > 0)) return [];
  return [
    {
      path: writeCell(planogram.line),
      code: 'NOTHING_PLANNED',
      message: `The planogram “${name}” has no Position record.`,
    },
  ];
}

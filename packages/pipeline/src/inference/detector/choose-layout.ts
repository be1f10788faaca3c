import { TierFault } from '../tier.ts';
import type { OutputTensor } from './detector-port.ts';
import type { Layout } from './layout.ts';
import type { ModelNotes } from './model-notes.ts';

/** Hints beside the shapes. `classes` null: the number is unknown. */
export interface LayoutHints {
  configured: Layout | undefined;
  classes: number | null;
  notes: Pick<ModelNotes, 'task' | 'isEndToEnd' | 'isTransformer'>;
}

/** No model without NMS of its own gives as few boxes, none with it as many. */
const maxFinishedBoxes = 1000;

/**
 * Chooses the layout of a model's outputs by their actual shapes.
 * @throws TierFault CONFIGURATION that names the shapes, when they fit nothing or two things.
 */
export function chooseLayout(
  outputs: ReadonlyMap<string, OutputTensor>,
  { configured, classes, notes }: LayoutHints,
): Layout {
  const seen = [...outputs].map(([name, { shape }]) => `${name} [${shape.join(', ')}]`).join(', ');
  const refuse = (why: string) => new TierFault('CONFIGURATION', `${why}; the model's outputs are ${seen}`);
  if (configured) return configured;
  if (notes.task !== null && notes.task !== 'detect')
    throw refuse(`the model is for the task "${notes.task}" and a detector is needed`);
  if (['labels', 'boxes', 'scores'].every((name) => outputs.has(name))) return 'rtdetr';

  const [only, ...more] = outputs.values();
  const [batch, rows = 0, columns = 0, ...deeper] = only?.shape ?? [];
  if (!only || more.length > 0 || batch !== 1 || deeper.length > 0 || rows === 0 || columns === 0)
    throw refuse('the outputs are of no kind that is read');

  const isFew = rows <= maxFinishedBoxes;
  if (columns === 6 && isFew) {
    // Four sides, score and class, or four sides and two class scores: the same shape.
    if (notes.isEndToEnd === true || notes.isTransformer === false) return 'end-to-end';
    if (notes.isTransformer === true) return 'rtdetr-ultralytics';
    if (classes !== 2) return 'end-to-end';
    throw refuse('with two classes these are end-to-end boxes or RT-DETR scores: say which by `layout`');
  }
  if (rows < columns && rows > 4 && (classes === null || rows === 4 + classes)) return 'yolov8';
  if (isFew && columns > 4 && (classes === null || columns === 4 + classes)) return 'rtdetr-ultralytics';
  if (!isFew && columns > 5 && (classes === null || columns === 5 + classes)) return 'yolov5';
  throw refuse(
    classes === null
      ? 'the outputs are of no kind that is read'
      : `the outputs do not fit ${classes} ${classes === 1 ? 'class' : 'classes'}`,
  );
}

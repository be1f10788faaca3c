import { TierFault } from '../tier.ts';
import type { OutputTensor } from './detector-port.ts';
import type { Layout } from './layout.ts';
import type { RawBox } from './raw-box.ts';

export interface Decoded {
  /** In input pixels, of a score of `minScore` or more. */
  boxes: RawBox[];
  /** True when every row that a finished model has was used: there may be more things than rows. */
  isFull: boolean;
}

type Outputs = ReadonlyMap<string, OutputTensor>;
type Decoder = (outputs: Outputs, minScore: number, input: { width: number; height: number }) => Decoded;

/** Turns a model's outputs into boxes. @throws TierFault CONFIGURATION when they are not of that layout. */
export const decodeOutputs: Record<Layout, Decoder> = {
  yolov8(outputs, minScore) {
    const { data, rows, columns: count } = matrixOf(outputs, 'yolov8', 5);
    const best = new Float32Array(count).fill(Number.NEGATIVE_INFINITY);
    const classOf = new Uint32Array(count);
    // Row by row, as the numbers lie in memory.
    for (let c = 4; c < rows; c++)
      for (let i = 0, at = c * count; i < count; i++, at++) {
        const score = data[at] as number;
        if (score > (best[i] as number)) {
          best[i] = score;
          classOf[i] = c - 4;
        }
      }
    const boxes: RawBox[] = [];
    for (let i = 0; i < count; i++) {
      const score = best[i] as number;
      if (!(score >= minScore)) continue;
      const side = (row: number) => data[row * count + i] as number;
      boxes.push(centred(side(0), side(1), side(2), side(3), score, classOf[i] as number));
    }
    return { boxes, isFull: false };
  },

  yolov5(outputs, minScore) {
    const { data, rows: count, columns } = matrixOf(outputs, 'yolov5', 6);
    const boxes: RawBox[] = [];
    for (let i = 0; i < count; i++) {
      const at = i * columns;
      const objectness = data[at + 4] as number;
      if (!(objectness >= minScore)) continue;
      const { score, classIndex } = bestOf(data, at + 5, columns - 5);
      if (score * objectness >= minScore)
        boxes.push(centredAt(data, at, 1, 1, score * objectness, classIndex));
    }
    return { boxes, isFull: false };
  },

  'end-to-end'(outputs, minScore) {
    const { data, rows, columns } = matrixOf(outputs, 'end-to-end', 6);
    const boxes: RawBox[] = [];
    for (let at = 0; at < rows * columns; at += columns) {
      const score = data[at + 4] as number;
      if (!(score >= minScore)) continue;
      const [left, top, right, bottom] = sidesAt(data, at);
      boxes.push({ left, top, right, bottom, score, classIndex: Math.round(data[at + 5] as number) });
    }
    return { boxes, isFull: boxes.length === rows };
  },

  'rtdetr-ultralytics'(outputs, minScore, input) {
    const { data, rows, columns } = matrixOf(outputs, 'rtdetr-ultralytics', 5);
    const boxes: RawBox[] = [];
    for (let at = 0; at < rows * columns; at += columns) {
      const { score, classIndex } = bestOf(data, at + 4, columns - 4);
      if (score >= minScore) boxes.push(centredAt(data, at, input.width, input.height, score, classIndex));
    }
    return { boxes, isFull: boxes.length === rows };
  },

  rtdetr(outputs, minScore) {
    const [labels, corners, scores] = ['labels', 'boxes', 'scores'].map((name) => outputs.get(name)?.data);
    if (
      !labels ||
      !corners ||
      !scores ||
      corners.length !== scores.length * 4 ||
      labels.length !== scores.length
    )
      throw unlike(outputs, 'rtdetr');
    const sides = corners as ArrayLike<number>;
    const boxes: RawBox[] = [];
    for (let i = 0; i < scores.length; i++) {
      const score = Number(scores[i]);
      if (!(score >= minScore)) continue;
      const [left, top, right, bottom] = sidesAt(sides, i * 4);
      boxes.push({ left, top, right, bottom, score, classIndex: Number(labels[i]) });
    }
    return { boxes, isFull: scores.length > 0 && boxes.length === scores.length };
  },
};

/** How many classes the outputs have room for; null where they do not tell. */
export function classesOf(layout: Layout, outputs: Outputs): number | null {
  const [, rows = 0, columns = 0] = [...outputs.values()][0]?.shape ?? [];
  switch (layout) {
    case 'yolov8':
      return rows - 4;
    case 'yolov5':
      return columns - 5;
    case 'rtdetr-ultralytics':
      return columns - 4;
    case 'end-to-end':
    case 'rtdetr':
      return null;
  }
}

function matrixOf(outputs: Outputs, layout: Layout, minInnerSide: number) {
  const [output] = outputs.values();
  const [batch, rows = 0, columns = 0, ...more] = output?.shape ?? [];
  const inner = layout === 'yolov8' ? rows : columns;
  if (!output || outputs.size > 1 || batch !== 1 || more.length > 0 || inner < minInnerSide)
    throw unlike(outputs, layout);
  return { data: output.data as ArrayLike<number>, rows, columns };
}

const unlike = (outputs: Outputs, layout: Layout): TierFault => {
  const seen = [...outputs].map(([name, { shape }]) => `${name} [${shape.join(', ')}]`).join(', ');
  return new TierFault('CONFIGURATION', `the outputs are not of the layout ${layout}: ${seen}`);
};

function bestOf(data: ArrayLike<number>, from: number, count: number): { score: number; classIndex: number } {
  let score = Number.NEGATIVE_INFINITY;
  let classIndex = 0;
  for (let c = 0; c < count; c++) {
    const value = data[from + c] as number;
    if (value > score) {
      score = value;
      classIndex = c;
    }
  }
  return { score, classIndex };
}

const sidesAt = (data: ArrayLike<number>, at: number): [number, number, number, number] => [
  data[at] as number,
  data[at + 1] as number,
  data[at + 2] as number,
  data[at + 3] as number,
];

function centredAt(
  data: ArrayLike<number>,
  at: number,
  scaleX: number,
  scaleY: number,
  score: number,
  classIndex: number,
): RawBox {
  const [x, y, width, height] = sidesAt(data, at);
  return centred(x * scaleX, y * scaleY, width * scaleX, height * scaleY, score, classIndex);
}

const centred = (
  x: number,
  y: number,
  width: number,
  height: number,
  score: number,
  classIndex: number,
): RawBox => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
  score,
  classIndex,
});

import type { Constant, ElementType, OnnxGraph } from './onnx-graph.testing.ts';

/** Pixels that one cell of the colour detector sees, across and down. */
export const cellPx = 8;
const boxPx = 12;

export interface ColourDetectorOptions {
  width?: number;
  height?: number;
  inputShape?: readonly (number | string)[];
  type?: ElementType;
}

/**
 * A real detector with a YOLOv8 head: in every cell of 8 pixels it finds three things, red, green and blue, as sure as
 * the cell is of that colour. Its boxes are 12 pixels wide and high, around the cell's middle.
 */
export function colourDetector({
  width = 64,
  height = 64,
  inputShape = [1, 3, height, width],
  type = 'float32',
}: ColourDetectorOptions = {}): OnnxGraph {
  const columns = width / cellPx;
  const count = columns * (height / cellPx);
  const grid = new Float32Array(4 * count);
  for (let i = 0; i < count; i++) {
    grid[i] = ((i % columns) + 0.5) * cellPx;
    grid[count + i] = (Math.floor(i / columns) + 0.5) * cellPx;
    grid[2 * count + i] = boxPx;
    grid[3 * count + i] = boxPx;
  }
  return {
    inputs: [{ name: 'images', type, shape: inputShape }],
    outputs: [{ name: 'output0', type: 'float32', shape: [1, 7, count] }],
    constants: {
      grid: { shape: [1, 4, count], values: grid },
      scores: { shape: [3], values: BigInt64Array.of(1n, 3n, BigInt(count)) },
      byte: { shape: [], values: Float32Array.of(type === 'uint8' ? 255 : 1) },
    },
    nodes: [
      { op: 'Cast', inputs: ['images'], outputs: ['float'], attributes: { to: 1 } },
      { op: 'Div', inputs: ['float', 'byte'], outputs: ['share'] },
      {
        op: 'AveragePool',
        inputs: ['share'],
        outputs: ['cells'],
        attributes: { kernel_shape: [cellPx, cellPx], strides: [cellPx, cellPx] },
      },
      { op: 'Reshape', inputs: ['cells', 'scores'], outputs: ['colours'] },
      { op: 'Concat', inputs: ['grid', 'colours'], outputs: ['output0'], attributes: { axis: 1 } },
    ],
  };
}

/** A model with constant outputs, by name. */
export function constantModel(
  outputs: Readonly<Record<string, Constant>>,
  { width = 64, height = 64, hasSize = false } = {},
): OnnxGraph {
  const names = Object.keys(outputs);
  return {
    inputs: [
      { name: 'images', type: 'float32', shape: [1, 3, height, width] },
      ...(hasSize ? [{ name: 'orig_target_sizes', type: 'int64', shape: [1, 2] } as const] : []),
    ],
    outputs: names.map((name) => ({
      name,
      type: outputs[name]?.values instanceof BigInt64Array ? 'int64' : 'float32',
      shape: outputs[name]?.shape ?? [],
    })),
    constants: Object.fromEntries(names.map((name) => [`${name}_values`, outputs[name] as Constant])),
    nodes: names.map((name) => ({ op: 'Identity', inputs: [`${name}_values`], outputs: [name] })),
  };
}

/** A transformer-like model: returns one box, a quarter of the given size, in the middle. */
export function sizedModel(width: number, height: number): OnnxGraph {
  return {
    inputs: [
      { name: 'images', type: 'float32', shape: ['N', 3, height, width] },
      { name: 'orig_target_sizes', type: 'int64', shape: ['N', 2] },
    ],
    outputs: [
      { name: 'labels', type: 'int64', shape: ['N', 1] },
      { name: 'boxes', type: 'float32', shape: ['N', 1, 4] },
      { name: 'scores', type: 'float32', shape: ['N', 1] },
    ],
    constants: {
      label: { shape: [1, 1], values: BigInt64Array.of(1n) },
      score: { shape: [1, 1], values: Float32Array.of(0.9) },
      share: { shape: [1, 1, 4], values: Float32Array.of(0.25, 0.25, 0.75, 0.75) },
      corners: { shape: [3], values: BigInt64Array.of(-1n, 1n, 4n) },
    },
    nodes: [
      { op: 'Cast', inputs: ['orig_target_sizes'], outputs: ['size'], attributes: { to: 1 } },
      { op: 'Concat', inputs: ['size', 'size'], outputs: ['sides'], attributes: { axis: 1 } },
      { op: 'Reshape', inputs: ['sides', 'corners'], outputs: ['whole'] },
      { op: 'Mul', inputs: ['whole', 'share'], outputs: ['boxes'] },
      { op: 'Identity', inputs: ['label'], outputs: ['labels'] },
      { op: 'Identity', inputs: ['score'], outputs: ['scores'] },
    ],
  };
}

/** Turns a crop into the mean colours of its four quarters: 12 numbers. */
export function colourEmbedder(batch: number | string = 'batch', sidePx = 16): OnnxGraph {
  return {
    inputs: [{ name: 'pixels', type: 'float32', shape: [batch, 3, sidePx, sidePx] }],
    outputs: [{ name: 'vectors', type: 'float32', shape: [batch, 12] }],
    nodes: [
      {
        op: 'AveragePool',
        inputs: ['pixels'],
        outputs: ['quarters'],
        attributes: { kernel_shape: [sidePx / 2, sidePx / 2], strides: [sidePx / 2, sidePx / 2] },
      },
      { op: 'Flatten', inputs: ['quarters'], outputs: ['vectors'], attributes: { axis: 1 } },
    ],
  };
}

/** A model that hangs on a photo: it loops forever on pixels brighter than the grey of the warm-up. */
export function hangingModel(): OnnxGraph {
  const detector = colourDetector();
  return {
    ...detector,
    constants: {
      ...detector.constants,
      bright: { shape: [], values: Float32Array.of(0.9) },
      most: { shape: [], values: BigInt64Array.of(2n ** 50n) },
      goOn: { shape: [], values: Uint8Array.of(1) },
      zero: { shape: [], values: Float32Array.of(0) },
    },
    nodes: [
      ...detector.nodes.slice(0, -1),
      { op: 'ReduceMax', inputs: ['share'], outputs: ['brightest'], attributes: { keepdims: 0 } },
      { op: 'Greater', inputs: ['brightest', 'bright'], outputs: ['isBright'] },
      { op: 'Cast', inputs: ['isBright'], outputs: ['oneOrNone'], attributes: { to: 7 } },
      { op: 'Mul', inputs: ['oneOrNone', 'most'], outputs: ['rounds'] },
      {
        op: 'Loop',
        inputs: ['rounds', 'goOn', 'zero'],
        outputs: ['counted'],
        attributes: {
          body: {
            graph: {
              inputs: [
                { name: 'round', type: 'int64', shape: [] },
                { name: 'before', type: 'bool', shape: [] },
                { name: 'count', type: 'float32', shape: [] },
              ],
              outputs: [
                { name: 'after', type: 'bool', shape: [] },
                { name: 'countedOn', type: 'float32', shape: [] },
              ],
              nodes: [
                { op: 'Identity', inputs: ['before'], outputs: ['after'] },
                { op: 'Add', inputs: ['count', 'bright'], outputs: ['countedOn'] },
              ],
            },
          },
        },
      },
      { op: 'Mul', inputs: ['counted', 'zero'], outputs: ['nothing'] },
      { op: 'Add', inputs: ['colours', 'nothing'], outputs: ['coloursOn'] },
      { op: 'Concat', inputs: ['grid', 'coloursOn'], outputs: ['output0'], attributes: { axis: 1 } },
    ],
  };
}

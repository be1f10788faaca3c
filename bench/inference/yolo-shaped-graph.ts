import type {
  Attribute,
  Constant,
  GraphNode,
  OnnxGraph,
} from '../../packages/pipeline/src/inference/tiers/onnx/graphs/onnx-graph.testing.ts';

/** Numbers for each side of a box, as in YOLOv8. */
const bins = 16;
/**
 * Found by trial: values neither grow from layer to layer nor fade until all cells have equal results. The last layers
 * compensate for the fading, so that boxes and scores vary as on a shelf.
 */
const gain = 2.2;
const lastGain = 10_000;

/**
 * Builds a detector of the shape of YOLOv8n with one class and random weights: same layers, same work, same output [1,
 * 5, 8400] at 640 pixels. Its detections mean nothing.
 */
export function yoloShapedGraph(sidePx: number): { graph: OnnxGraph; gflop: number } {
  const net = new Net(sidePx);
  let x: Plane = { name: 'images', channels: 3, side: sidePx };
  x = net.conv(net.conv(x, 16, 3, 2), 32, 3, 2);
  x = net.conv(net.block(x, 32, 1, true), 64, 3, 2);
  const fine = net.block(x, 64, 2, true);
  const middle = net.block(net.conv(fine, 128, 3, 2), 128, 2, true);
  const coarse = net.pyramidPool(net.block(net.conv(middle, 256, 3, 2), 256, 1, true));

  const up = net.block(net.concat([net.enlarge(coarse), middle]), 128, 1, false);
  const small = net.block(net.concat([net.enlarge(up), fine]), 64, 1, false);
  const medium = net.block(net.concat([net.conv(small, 64, 3, 2), up]), 128, 1, false);
  const large = net.block(net.concat([net.conv(medium, 128, 3, 2), coarse]), 256, 1, false);
  net.head([small, medium, large]);
  return { graph: net.graph(), gflop: (2 * net.multiplications) / 1e9 };
}

/** Describes a tensor [1, channels, side, side]. */
interface Plane {
  name: string;
  channels: number;
  side: number;
}

class Net {
  multiplications = 0;
  readonly #sidePx: number;
  readonly #nodes: GraphNode[] = [];
  readonly #constants: Record<string, Constant> = {};
  #names = 0;
  #seed = 1;

  constructor(sidePx: number) {
    this.#sidePx = sidePx;
  }

  graph(): OnnxGraph {
    const cells = [8, 16, 32].reduce((sum, stride) => sum + (this.#sidePx / stride) ** 2, 0);
    return {
      inputs: [{ name: 'images', type: 'float32', shape: [1, 3, this.#sidePx, this.#sidePx] }],
      outputs: [{ name: 'output0', type: 'float32', shape: [1, 5, cells] }],
      nodes: this.#nodes,
      constants: this.#constants,
    };
  }

  /** Adds a convolution with bias and, except as the last of its branch, the SiLU of YOLO. */
  conv(
    { name, channels, side }: Plane,
    to: number,
    kernel: number,
    stride = 1,
    bias: number | null = null,
  ): Plane {
    const fanIn = channels * kernel * kernel;
    const weights = this.#constant(
      [to, channels, kernel, kernel],
      () => this.#normal() * Math.sqrt((bias === null ? gain : lastGain) / fanIn),
    );
    const biases = this.#constant([to], () => bias ?? 0);
    const outSide = side / stride;
    this.multiplications += outSide * outSide * to * fanIn;
    const pad = (kernel - 1) / 2;
    const [out] = this.#node('Conv', [name, weights, biases], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      pads: [pad, pad, pad, pad],
    });
    const plane = { channels: to, side: outSide };
    if (bias !== null) return { ...plane, name: out };
    const [gate] = this.#node('Sigmoid', [out]);
    const [silu] = this.#node('Mul', [out, gate]);
    return { ...plane, name: silu };
  }

  /** Adds a C2f block: half passes through, half goes through `depth` bottlenecks, and all outputs are concatenated. */
  block(from: Plane, channels: number, depth: number, isResidual: boolean): Plane {
    const both = this.conv(from, channels, 1);
    const half = { channels: channels / 2, side: from.side };
    const [first, second] = this.#node('Split', [both.name], { axis: 1 }, 2);
    const parts: Plane[] = [
      { ...half, name: first },
      { ...half, name: second ?? '' },
    ];
    for (let i = 0; i < depth; i++) {
      const before = parts.at(-1) ?? from;
      const after = this.conv(this.conv(before, half.channels, 3), half.channels, 3);
      const [sum] = isResidual ? this.#node('Add', [before.name, after.name]) : [after.name];
      parts.push({ ...half, name: sum });
    }
    return this.conv(this.concat(parts), channels, 1);
  }

  /** Adds an SPPF block. */
  pyramidPool(from: Plane): Plane {
    const planes = [this.conv(from, from.channels / 2, 1)];
    for (let i = 0; i < 3; i++) {
      const before = planes.at(-1) ?? from;
      const [name] = this.#node('MaxPool', [before.name], {
        kernel_shape: [5, 5],
        pads: [2, 2, 2, 2],
        strides: [1, 1],
      });
      planes.push({ ...before, name });
    }
    return this.conv(this.concat(planes), from.channels, 1);
  }

  concat(planes: readonly Plane[]): Plane {
    const [name] = this.#node(
      'Concat',
      planes.map((plane) => plane.name),
      { axis: 1 },
    );
    return {
      name,
      channels: planes.reduce((sum, { channels }) => sum + channels, 0),
      side: planes[0]?.side ?? 0,
    };
  }

  enlarge(from: Plane): Plane {
    const scales = this.#constant([4], (i) => (i < 2 ? 1 : 2));
    const [name] = this.#node('Resize', [from.name, '', scales], {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    });
    return { ...from, name, side: from.side * 2 };
  }

  /** Adds the head: boxes as distributions over bins and one class score, decoded to centre and size in pixels. */
  head(planes: readonly Plane[]): void {
    const boxes: string[] = [];
    const scores: string[] = [];
    const anchors: number[][] = [];
    for (const plane of planes) {
      const branch = (channels: number, bias: number) =>
        this.conv(this.conv(this.conv(plane, 64, 3), 64, 3), channels, 1, 1, bias);
      const flat = ({ name, channels, side }: Plane) =>
        this.#node('Reshape', [name, this.#integers([1, channels, side * side])])[0];
      boxes.push(flat(branch(4 * bins, 0)));
      // A few percent of the cells exceed the usual threshold, as on a full shelf.
      scores.push(flat(branch(1, -3)));
      const stride = this.#sidePx / plane.side;
      for (let i = 0; i < plane.side ** 2; i++)
        anchors.push([(i % plane.side) + 0.5, Math.floor(i / plane.side) + 0.5, stride]);
    }
    const cells = anchors.length;
    const [sides] = this.#node('Concat', boxes, { axis: 2 });
    const [logits] = this.#node('Concat', scores, { axis: 2 });
    const [binned] = this.#node('Reshape', [sides, this.#integers([1, 4, bins, cells])]);
    const [shares] = this.#node('Softmax', [binned], { axis: 2 });
    const [weighed] = this.#node('Mul', [shares, this.#constant([1, 1, bins, 1], (i) => i)]);
    const [distances] = this.#node('ReduceSum', [weighed, this.#integers([2])], { keepdims: 0 });
    const [before, after = ''] = this.#node('Split', [distances], { axis: 1 }, 2);
    const middle = this.#constant([1, 2, cells], (i) => anchors[i % cells]?.[i < cells ? 0 : 1] ?? 0);
    const [start] = this.#node('Sub', [middle, before]);
    const [end] = this.#node('Add', [middle, after]);
    const [sum] = this.#node('Add', [start, end]);
    const [centre] = this.#node('Mul', [sum, this.#constant([1], () => 0.5)]);
    const [size] = this.#node('Sub', [end, start]);
    const [inCells] = this.#node('Concat', [centre, size], { axis: 1 });
    const [inPixels] = this.#node('Mul', [
      inCells,
      this.#constant([1, 1, cells], (i) => anchors[i]?.[2] ?? 0),
    ]);
    const [score] = this.#node('Sigmoid', [logits]);
    this.#nodes.push({
      op: 'Concat',
      inputs: [inPixels, score],
      outputs: ['output0'],
      attributes: { axis: 1 },
    });
  }

  #node(
    op: string,
    inputs: readonly string[],
    attributes: Record<string, Attribute> = {},
    outputCount = 1,
  ): [string, ...string[]] {
    const [first = '', ...more] = Array.from({ length: outputCount }, () => this.#name(op));
    this.#nodes.push({ op, inputs, outputs: [first, ...more], attributes });
    return [first, ...more];
  }

  #constant(shape: readonly number[], valueAt: (i: number) => number): string {
    const name = this.#name('constant');
    const length = shape.reduce((product, side) => product * side, 1);
    this.#constants[name] = { shape, values: Float32Array.from({ length }, (_, i) => valueAt(i)) };
    return name;
  }

  #integers(values: readonly number[]): string {
    const name = this.#name('shape');
    this.#constants[name] = { shape: [values.length], values: BigInt64Array.from(values, BigInt) };
    return name;
  }

  #name(of: string): string {
    this.#names += 1;
    return `${of}${this.#names}`;
  }

  /** Returns roughly normal numbers: sums of twelve uniform numbers, from the generator of Numerical Recipes. */
  #normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) {
      this.#seed = (Math.imul(this.#seed, 1664525) + 1013904223) >>> 0;
      sum += this.#seed / 2 ** 32;
    }
    return sum;
  }
}

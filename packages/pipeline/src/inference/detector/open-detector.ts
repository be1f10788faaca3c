import type { Frame } from '../../images/frame.ts';
import { TierFault } from '../tier.ts';
import { chooseLayout } from './choose-layout.ts';
import { classesOf, decodeOutputs } from './decode-outputs.ts';
import type { InputTensor, ModelDescription, OutputTensor, RunModel } from './detector-port.ts';
import type { DetectorSettings } from './detector-settings.ts';
import { fillPixels, type PixelTarget, paddingGrey } from './fill-pixels.ts';
import { type Fit, letterbox, stretch, toFrameX, toFrameY } from './fit.ts';
import { toHalfBits } from './half-floats.ts';
import { joinTiles, type TileView } from './join-tiles.ts';
import { type Layout, repeatsItself, stretches } from './layout.ts';
import { readModelNotes } from './model-notes.ts';
import { type ImageInput, planInput } from './plan-input.ts';
import { planTiles } from './plan-tiles.ts';
import type { RawBox } from './raw-box.ts';
import { suppress } from './suppress.ts';

/** One thing that a detector found: sides 0..1 of the frame, with an area. */
export type FoundBox = RawBox;

export interface DetectorResult {
  boxes: FoundBox[];
  /** True when the model used all of its rows in some tile: there may be more. */
  isFull: boolean;
}

export interface DetectorFacts {
  layout: Layout;
  /** By class number; a class beyond them has no name. */
  classNames: string[];
  /** False when the classes have no names: the names are only numbers. */
  isNamed: boolean;
  inputSize: { width: number; height: number };
}

export interface Detector extends DetectorFacts {
  /** `run` as in openDetector when it is left out: a call may bring its own (a signal of its own). */
  detect(frame: Frame, run?: RunModel): Promise<DetectorResult>;
}

/**
 * Opens a detector on top of a function that runs the model. Runs the model once on a grey image: the shapes of the outputs
 * decide their layout, and the model is warm for the first photo.
 * @throws TierFault CONFIGURATION when the model or its settings do not fit, and what `run` throws.
 */
export async function openDetector(
  description: ModelDescription,
  settings: DetectorSettings,
  run: RunModel,
): Promise<Detector> {
  const notes = readModelNotes(description.notes);
  const names = settings.classNames ?? notes.classNames;
  const { image, sizeName } = planInput(description, notes.inputSize, settings.inputSize ?? null);
  const buffers: PixelBuffer[] = [];

  const feed = (buffer: PixelBuffer): ReadonlyMap<string, InputTensor> => {
    const inputs = new Map([[image.name, tensorOf(image, buffer.data)]]);
    // Boxes then come in input pixels, as those of the other layouts do.
    const size = BigInt64Array.of(BigInt(image.width), BigInt(image.height));
    if (sizeName !== null) inputs.set(sizeName, { datatype: 'int64', shape: [1, 2], data: size });
    return inputs;
  };
  const runOn = async (frame: Frame, fit: Fit, runModel: RunModel) => {
    const buffer = buffers.pop() ?? pixelBuffer(image);
    fillPixels(frame, fit, buffer);
    const outputs = await runModel(feed(buffer));
    buffers.push(buffer);
    return outputs;
  };

  const outputs = await runOn(greyFrame, stretch({ x: 0, y: 0, width: 1, height: 1 }, image), run);
  const layout = chooseLayout(outputs, {
    configured: settings.layout,
    classes: names?.length ?? null,
    notes,
  });
  decodeOutputs[layout](outputs, settings.minConfidence, image);
  const classNames = namesFor(layout, outputs, names);
  const fitTo = stretches(layout) ? stretch : letterbox;
  const rules = { maxIou: settings.maxIou, acrossClasses: settings.classAgnostic ?? false };

  return {
    layout,
    classNames,
    isNamed: names !== null,
    inputSize: { width: image.width, height: image.height },
    async detect(frame, runModel = run) {
      const views: TileView[] = [];
      let isFull = false;
      for (const window of planTiles(frame, image, settings.tiling)) {
        const fit = fitTo(window, image);
        const decoded = decodeOutputs[layout](
          await runOn(frame, fit, runModel),
          settings.minConfidence,
          image,
        );
        const boxes = repeatsItself(layout) ? suppress(decoded.boxes, rules) : decoded.boxes;
        views.push({ window, boxes: boxes.flatMap((box) => inFrame(box, fit)) });
        isFull ||= decoded.isFull;
      }
      const [first, ...more] = views;
      const boxes = more.length === 0 ? (first?.boxes ?? []) : joinTiles(views, frame, rules);
      return { boxes: boxes.map((box) => asShares(box, frame)).filter(hasArea), isFull };
    },
  };
}

const greyFrame: Frame = { data: new Uint8Array(3).fill(paddingGrey), width: 1, height: 1 };

type PixelBuffer = PixelTarget;

/** Models that take floats expect 0..1; those that take bytes do the rest themselves. */
function pixelBuffer({ width, height, isPlanar, datatype }: ImageInput): PixelBuffer {
  const isBytes = datatype === 'uint8';
  const gain = isBytes ? 1 : 1 / 255;
  const bias = isBytes ? 0.5 : 0;
  return {
    data: new (isBytes ? Uint8Array : Float32Array)(width * height * 3),
    width,
    height,
    isPlanar,
    gain: [gain, gain, gain],
    bias: [bias, bias, bias],
  };
}

function tensorOf({ datatype, isPlanar, width, height }: ImageInput, data: PixelTarget['data']): InputTensor {
  const shape = isPlanar ? [1, 3, height, width] : [1, height, width, 3];
  if (data instanceof Uint8Array) return { datatype: 'uint8', shape, data };
  return datatype === 'float16'
    ? { datatype, shape, data: toHalfBits(data) }
    : { datatype: 'float32', shape, data };
}

function namesFor(
  layout: Layout,
  outputs: ReadonlyMap<string, OutputTensor>,
  names: readonly string[] | null,
): string[] {
  const classes = classesOf(layout, outputs);
  if (names && classes !== null && classes !== names.length)
    throw new TierFault('CONFIGURATION', `the model has ${classes} classes, and ${names.length} are named`);
  return [...(names ?? Array.from({ length: classes ?? 0 }, (_, i) => `class ${i}`))];
}

/** In frame pixels and within the window; nothing when the box lies in the padding. */
function inFrame(box: RawBox, fit: Fit): RawBox[] {
  const { x, y, width, height } = fit.window;
  const within = (value: number, start: number, length: number) =>
    Math.min(start + length, Math.max(start, value));
  const placed = {
    ...box,
    left: within(toFrameX(fit, box.left), x, width),
    top: within(toFrameY(fit, box.top), y, height),
    right: within(toFrameX(fit, box.right), x, width),
    bottom: within(toFrameY(fit, box.bottom), y, height),
  };
  return hasArea(placed) ? [placed] : [];
}

const asShares = (box: RawBox, { width, height }: Frame): FoundBox => ({
  ...box,
  left: box.left / width,
  top: box.top / height,
  right: box.right / width,
  bottom: box.bottom / height,
});

/** Also false for sides that are no numbers. */
const hasArea = ({ left, top, right, bottom }: RawBox): boolean => right > left && bottom > top;

import type { InferResponse } from '../../kserve/infer-response.ts';
import type { Tensor } from '../../kserve/tensor.ts';
import type { LabelledBox } from '../../labels/labels-realogram.ts';
import { type ErrorRow, faultOf, unreadableAnswer } from '../../remote/error-table.ts';

/** Turns a model's outputs into boxes. @throws TierFault when they are not those of its kind of model. */
export type DecodeOutputs = (outputs: InferResponse['outputs']) => LabelledBox[];

const otherModel: ErrorRow = { kind: 'CONFIGURATION', why: 'the model has other outputs' };

/** Outputs `boxes` [N,4] (left, top, right, bottom, 0..1), `scores` [N] and `labels` [N] (BYTES, UTF-8). */
export const decodeNamedBoxes: DecodeOutputs = (outputs) => {
  const boxes = floats(outputs.get('boxes'), 'boxes');
  const scores = floats(outputs.get('scores'), 'scores');
  const labels = outputs.get('labels');
  if (labels?.datatype !== 'BYTES') throw faultOf(otherModel, 'labels [N] of BYTES is expected');
  if (boxes.length !== scores.length * 4 || scores.length !== labels.data.length)
    throw faultOf(
      unreadableAnswer,
      `${boxes.length} box sides, ${scores.length} scores, ${labels.data.length} labels`,
    );
  return labels.data.map((label, i) => ({
    label: Buffer.from(label).toString('utf8'),
    confidence: scores[i] ?? Number.NaN,
    left: boxes[i * 4] ?? Number.NaN,
    top: boxes[i * 4 + 1] ?? Number.NaN,
    right: boxes[i * 4 + 2] ?? Number.NaN,
    bottom: boxes[i * 4 + 3] ?? Number.NaN,
  }));
};

function floats(tensor: Tensor | undefined, name: string): Float32Array | Float64Array {
  if (tensor?.datatype === 'FP32' || tensor?.datatype === 'FP64')
    return tensor.data as Float32Array | Float64Array;
  throw faultOf(otherModel, `${name} of FP32 is expected`);
}

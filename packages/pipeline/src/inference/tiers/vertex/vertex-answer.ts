import { z } from 'zod';
import type { LabelledBox } from '../../labels/labels-realogram.ts';
import { faultOf, unreadableAnswer } from '../../remote/error-table.ts';
import type { ProviderAnswer } from '../../remote/provider-http.ts';

/** Protobuf writes a number that is none as a word. */
const number = z.union([
  z.number(),
  z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number),
  z.null().transform(() => Number.NaN),
]);

const answerSchema = z.object({
  /** One for each instance that was sent. */
  predictions: z.tuple([
    z
      .object({
        ids: z.array(z.string()).optional(),
        displayNames: z.array(z.string()),
        confidences: z.array(number),
        /** [xMin, xMax, yMin, yMax], 0..1 from the top left: x first, then y, and not corner by corner. */
        bboxes: z.array(z.tuple([number, number, number, number])),
      })
      .refine(
        ({ displayNames, confidences, bboxes }) =>
          displayNames.length === confidences.length && confidences.length === bboxes.length,
        { error: 'displayNames, confidences and bboxes must be as long as each other' },
      ),
  ]),
  deployedModelId: z.string().optional(),
});

export interface VertexAnswer {
  boxes: LabelledBox[];
  deployedModelId: string | null;
}

/** @throws TierFault when the answer is not JSON or has another shape. */
export function readVertexAnswer({ body }: ProviderAnswer): VertexAnswer {
  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) throw faultOf(unreadableAnswer, z.prettifyError(parsed.error));
  const { predictions, deployedModelId = null } = parsed.data;
  const [{ displayNames, confidences, bboxes }] = predictions;
  const boxes = bboxes.map(([left, right, top, bottom], i) => ({
    label: displayNames[i] ?? '',
    confidence: confidences[i] ?? Number.NaN,
    left,
    top,
    right,
    bottom,
  }));
  return { boxes, deployedModelId };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw faultOf(unreadableAnswer, String(error), { cause: error });
  }
}

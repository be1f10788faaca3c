import { z } from 'zod';
import type { LabelledBox } from '../../labels/labels-realogram.ts';
import { faultOf, unreadableAnswer } from '../../remote/error-table.ts';

/** JSON has no NaN, the AWS protocol writes it as a word and its client reads it as a number. */
const number = z.custom<number>((value) => typeof value === 'number').nullish();

const answerSchema = z.object({
  CustomLabels: z.array(
    z.object({
      Name: z.string(),
      Confidence: number,
      Geometry: z
        .object({
          BoundingBox: z.object({ Left: number, Top: number, Width: number, Height: number }).nullish(),
        })
        .nullish(),
    }),
  ),
});

export interface RekognitionAnswer {
  boxes: LabelledBox[];
  /** Labels of any kind that came back. */
  returned: number;
}

/**
 * The located labels of a DetectCustomLabels answer. Labels of the whole image carry no geometry and are left out.
 * @throws TierFault when the answer has another shape.
 */
export function readRekognitionAnswer(answer: unknown): RekognitionAnswer {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw faultOf(unreadableAnswer, z.prettifyError(parsed.error));
  const { CustomLabels: labels } = parsed.data;
  const boxes = labels.flatMap(({ Name, Confidence, Geometry }) => {
    const box = Geometry?.BoundingBox;
    if (!box) return [];
    const left = box.Left ?? Number.NaN;
    const top = box.Top ?? Number.NaN;
    return {
      label: Name,
      confidence: (Confidence ?? Number.NaN) / 100,
      left,
      top,
      right: left + (box.Width ?? Number.NaN),
      bottom: top + (box.Height ?? Number.NaN),
    };
  });
  return { boxes, returned: labels.length };
}

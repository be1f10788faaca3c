import { z } from 'zod';
import { labelSettingsSchema } from '../labels/labels.ts';
import { layouts } from './layout.ts';

const side = z.number().int().min(32).max(4096);

/** How a detector is used; what is left out is read from the model. */
export const detectorSettingsSchema = z.strictObject({
  layout: z.enum(layouts).optional(),
  /** For models that take any size; otherwise the exporter's note or 640 x 640. */
  inputSize: z.strictObject({ width: side, height: side }).optional(),
  /** By class number; otherwise the exporter's note `names`. */
  classNames: z.array(z.string().min(1)).min(1).optional(),
  /** Boxes of a lower score are dropped. */
  minConfidence: z.number().min(0).max(1).default(0.25),
  /** Of two boxes that share more of their union than this the weaker one goes. Packs side by side overlap little. */
  maxIou: z.number().min(0).max(1).default(0.5),
  /** Classes other than gaps and mapped ones only say "a product". By default so when there is a single such class. */
  classAgnostic: z.boolean().optional(),
  /** Splits large photos into tiles at the model's own scale. */
  tiling: z.boolean().default(true),
  labels: labelSettingsSchema.prefault({}),
});

export type DetectorSettings = z.output<typeof detectorSettingsSchema>;

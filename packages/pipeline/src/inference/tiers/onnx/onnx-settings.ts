import { z } from 'zod';
import { detectorSettingsSchema } from '../../detector/detector-settings.ts';

const three = z.tuple([z.number(), z.number(), z.number()]);

/** The second model, which identifies products by the similarity of a crop to their reference images. */
export const embedderSettingsSchema = z.strictObject({
  path: z.string().min(1),
  /** For models that take any size; 224 x 224 otherwise. */
  inputSize: z.strictObject({ width: z.number().int().min(8), height: z.number().int().min(8) }).optional(),
  /** Of pixels 0..1, by channel; those of ImageNet, which most are trained with. */
  mean: three.default([0.485, 0.456, 0.406]),
  deviation: three.default([0.229, 0.224, 0.225]),
  /** Cosine below which a crop is none of the products. Depends on the model: calibrate on real photos. */
  minSimilarity: z.number().min(-1).max(1).default(0.6),
  /** Minimum lead of the best product over the next: flavours of a brand lie close together. */
  minLead: z.number().min(0).max(2).default(0.02),
  /** Crops a run; bounds the memory of a full shelf. */
  batchSize: z.number().int().min(1).max(64).default(16),
});

export type EmbedderSettings = z.output<typeof embedderSettingsSchema>;

export const onnxSettingsSchema = z.strictObject({
  /** The detector's file; null when there is none. */
  modelPath: z.string().min(1).nullable(),
  /** A file of class names: JSON (list, or object by number), or one a line. */
  classNamesPath: z.string().min(1).optional(),
  detector: detectorSettingsSchema.prefault({}),
  embedder: embedderSettingsSchema.nullable().default(null),
  /** Processes that run the model, each with the model in its memory. */
  hosts: z.number().int().min(1).max(64).default(2),
  /** Of one run in one process. More processes serve more photos than more threads do. */
  threadsPerHost: z.number().int().min(1).max(64).default(1),
  /** For one photo in one process; after it the process is ended. */
  timeoutMs: z.number().int().min(100).default(30_000),
});

export type OnnxSettings = z.output<typeof onnxSettingsSchema>;
export type OnnxConfig = z.input<typeof onnxSettingsSchema>;

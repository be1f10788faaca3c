import { z } from 'zod';
import type { Box } from '../photo/capture-truth.ts';
import { type Fingerprint, fingerprintBytes } from './fingerprint.ts';

/** A photo whose content the sandbox knows, because the client that made the photo registered it. */
export interface KnownPhoto {
  fingerprint: Fingerprint;
  /** Every pack front in the picture, with the label that a model trained on these products would give. */
  units: { label: string; box: Box }[];
  /** Empty locations. */
  gaps: Box[];
  /** For each label, the labels with which a model confuses it. */
  lookAlikes: Record<string, string[]>;
}

const share = z.number().min(-1).max(2);
const box = z.tuple([share, share, share, share]);
const label = z.string().min(1).max(256);

/** A bay of 40 positions has some 150 fronts; the limit leaves room for the fullest bay. */
const maxBoxes = 2_000;

export const knownPhotoSchema = z.strictObject({
  fingerprint: z
    .base64()
    .transform((text): Fingerprint => new Uint8Array(Buffer.from(text, 'base64')))
    .refine((bytes) => bytes.length === fingerprintBytes, { error: `must be ${fingerprintBytes} bytes` }),
  units: z.array(z.strictObject({ label, box })).max(maxBoxes),
  gaps: z.array(box).max(maxBoxes),
  lookAlikes: z.record(label, z.array(label).max(100)),
});

export const truthsSchema = z.strictObject({ truths: z.array(knownPhotoSchema).min(1).max(50) });

/** One entry of the body of `PUT /sandbox/truths`. */
export type KnownPhotoJson = z.input<typeof knownPhotoSchema>;

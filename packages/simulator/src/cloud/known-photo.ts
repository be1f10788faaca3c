import { z } from 'zod';
import type { Box } from '../photo/capture-truth.ts';
import { type Fingerprint, fingerprintBytes } from './fingerprint.ts';

/** What the sandbox knows of a photo: who made the photo said what is on it. */
export interface KnownPhoto {
  fingerprint: Fingerprint;
  /** Every pack front in the picture under the label that a model trained on these products would give it. */
  units: { label: string; box: Box }[];
  /** Empty places. */
  gaps: Box[];
  /** By label: the labels that a model takes it for when it errs. */
  lookAlikes: Record<string, string[]>;
}

const share = z.number().min(-1).max(2);
const box = z.tuple([share, share, share, share]);
const label = z.string().min(1).max(256);

/** A bay of 40 positions has some 150 fronts; this is room for the fullest. */
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

/** As `PUT /sandbox/truths` takes it. */
export type KnownPhotoJson = z.input<typeof knownPhotoSchema>;

import type { OutputInfo, Sharp } from 'sharp';
import { damagedPhoto } from '../jpeg/damaged-photo.ts';
import { inspectJpeg, type JpegInspection } from '../jpeg/inspect-jpeg.ts';
import { isJpeg } from '../jpeg/is-jpeg.ts';
import { withEndMarker } from '../jpeg/with-end-marker.ts';
import { openOptions, photoLimits, sharp } from '../limits.ts';
import { withoutTexts } from '../without-texts.ts';
import { classifyDecodeFailure } from './classify-decode-failure.ts';
import { readComplaint, reportsLoss } from './decoder-complaint.ts';
import { hasMemoryToDecode } from './has-memory-to-decode.ts';

export interface LimitedDecode {
  data: Uint8Array;
  info: OutputInfo;
  /** All distinct warnings and errors of the decoder, verbatim. */
  warnings: string[];
}

export interface DecodeOptions {
  ignoreIcc?: boolean;
  limitInputPixels?: number;
  /** Limits of the first and the second attempt. */
  timeoutSeconds?: readonly [number, number];
}

/**
 * Runs one recipe over the bytes under the limits. Rejects with PhotoRefused when the photo is the cause, and with a
 * Fault that may be retried when the machine is. The message holds all messages of the decoder.
 *
 * A decoder fills missing data with grey, and grey scores as an empty shelf. Its warnings do not find all of that: sharp
 * passes on the words of the first one only, libvips stops before the end of the data, and intact photos cause warnings
 * too. The bytes of a JPEG are therefore inspected in this thread while sharp decodes them in another.
 *
 * The first attempt treats every warning as an error. The second one fails on errors and on reports of lost data. It
 * also covers failures that the machine may cause, such as a timeout under load.
 */
export async function decodeWithLimits(
  bytes: Uint8Array,
  recipe: (photo: Sharp) => Sharp,
  options: DecodeOptions = {},
): Promise<LimitedDecode> {
  const { timeoutSeconds = photoLimits.timeoutSeconds, ...openWith } = options;
  let input = withoutTexts(bytes);
  let inspection: JpegInspection | null = null;
  const decoderMessages = new Set<string>();
  const collectWarnings = (words: string) => {
    for (const line of words.split('\n')) if (line.trim() !== '') decoderMessages.add(line.trim());
  };
  const attempt = async (failOn: 'warning' | 'error', seconds: number): Promise<LimitedDecode> => {
    const photo = sharp(input, { ...openOptions, ...openWith, failOn });
    photo.on('warning', collectWarnings);
    try {
      const { data, info } = await recipe(photo).timeout({ seconds }).toBuffer({ resolveWithObject: true });
      const lost = [...decoderMessages].find((line) => reportsLoss(line, inspection?.verdict ?? null));
      if (lost !== undefined) throw new Error(lost);
      return { data, info, warnings: [...decoderMessages] };
    } catch (error) {
      collectWarnings(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  const classified = (error: unknown, cpuShare: number) =>
    classifyDecodeFailure(error, {
      cpuShare,
      decoderMessages: [...decoderMessages].join('\n'),
      hasMemory: hasMemoryToDecode,
    });
  const [firstSeconds, secondSeconds] = timeoutSeconds;
  const decoding = Promise.allSettled([attempt('warning', firstSeconds)]);
  // In the same turn: the verdict is there before the attempt reads it.
  if (isJpeg(input))
    inspection = inspectJpeg(input, openWith.limitInputPixels ?? openOptions.limitInputPixels);
  const [first] = await decoding;
  if (inspection?.verdict === 'DAMAGED') throw damagedPhoto(inspection, decoderMessages);
  if (first.status === 'fulfilled') return first.value;
  const complaint = readComplaint(first.reason);
  if (complaint === 'TOO_LARGE' || complaint === 'TRANSIENT') throw classified(first.reason, 1);
  input = withEndMarker(input, inspection);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  try {
    return await attempt('error', secondSeconds);
  } catch (error) {
    const cpu = process.cpuUsage(cpuBefore);
    const wallMicros = (performance.now() - startedAt) * 1000;
    throw classified(error, (cpu.user + cpu.system) / wallMicros);
  }
}

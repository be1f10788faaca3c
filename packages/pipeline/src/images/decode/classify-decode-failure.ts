import { Fault } from '../../fault.ts';
import { PhotoRefused } from '../photo-refused.ts';
import { readComplaint } from './decoder-complaint.ts';

/** An attempt with a lower processor share was starved by the machine, not delayed by the photo. */
const minCpuShare = 0.5;

export interface Circumstances {
  /** Processor time of the failed attempt, as a share of its duration. */
  cpuShare: number;
  /** All messages of the decoder; they become the error's message. */
  decoderMessages: string;
  /** Called before a photo is classified as corrupt. */
  hasMemory(): boolean;
}

/**
 * Classifies a failed decode: a PhotoRefused in the decoder's words when the photo is the cause, or a Fault that may be
 * retried when the machine is.
 */
export function classifyDecodeFailure(
  error: unknown,
  { cpuShare, decoderMessages, hasMemory }: Circumstances,
): PhotoRefused | Fault {
  const outOfResources = () =>
    new Fault('DECODER_OUT_OF_RESOURCES', decoderMessages, { retry: true, cause: error });
  // Any message about missing resources counts, not only the last message.
  if (readComplaint(new Error(decoderMessages)) === 'TRANSIENT') return outOfResources();
  switch (readComplaint(error)) {
    case 'TRANSIENT':
      return outOfResources();
    case 'TIMEOUT':
      return cpuShare < minCpuShare
        ? new Fault('DECODER_STARVED', decoderMessages, { retry: true, cause: error })
        : new PhotoRefused('PHOTO_TOO_COSTLY', decoderMessages, { cause: error });
    case 'TOO_LARGE':
      return new PhotoRefused('PHOTO_TOO_LARGE', decoderMessages, { cause: error });
    case 'DATA_LOST':
    case 'CORRUPT':
    case 'UNCLEAR':
      return hasMemory()
        ? new PhotoRefused('PHOTO_CORRUPT', decoderMessages, { cause: error })
        : outOfResources();
  }
}

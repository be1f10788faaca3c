import { Fault } from '../fault.ts';
import { readComplaint } from './decoder-complaint.ts';
import { PhotoRefused } from './photo-refused.ts';

/** A try that got less of the processor than this was starved by the machine, not held up by the photo. */
const minCpuShare = 0.5;

/**
 * Whose fault a failed decode is: the photo's (PhotoRefused, in the decoder's words) or the machine's (a Fault that may
 * be retried). `cpuShare` is the processor time that the try got, as a share of the time it took.
 */
export function blame(error: unknown, cpuShare: number): PhotoRefused | Fault {
  const message = error instanceof Error ? error.message : String(error);
  switch (readComplaint(error)) {
    case 'TRANSIENT':
      return new Fault('DECODER_OUT_OF_RESOURCES', message, { retry: true, cause: error });
    case 'TIMEOUT':
      return cpuShare < minCpuShare
        ? new Fault('DECODER_STARVED', message, { retry: true, cause: error })
        : new PhotoRefused('PHOTO_TOO_COSTLY', message, { cause: error });
    case 'TOO_LARGE':
      return new PhotoRefused('PHOTO_TOO_LARGE', message, { cause: error });
    case 'DATA_LOST':
    case 'CORRUPT':
    case 'UNCLEAR':
      return new PhotoRefused('PHOTO_CORRUPT', message, { cause: error });
  }
}

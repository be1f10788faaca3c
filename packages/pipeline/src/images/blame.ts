import { Fault } from '../fault.ts';
import { readComplaint } from './decoder-complaint.ts';
import { PhotoRefused } from './photo-refused.ts';

/** A try that got less of the processor than this was starved by the machine, not held up by the photo. */
const minCpuShare = 0.5;

export interface Circumstances {
  /** Processor time that the failed try got, as a share of the time it took. */
  cpuShare: number;
  /** Everything that the decoder said: becomes the message. */
  said: string;
  /** Asked before a photo is called corrupt. */
  hasMemory(): boolean;
}

/**
 * Whose fault a failed decode is: the photo's (PhotoRefused, in the decoder's words) or the machine's (a Fault that may
 * be retried).
 */
export function blame(error: unknown, { cpuShare, said, hasMemory }: Circumstances): PhotoRefused | Fault {
  const outOfResources = () => new Fault('DECODER_OUT_OF_RESOURCES', said, { retry: true, cause: error });
  // Any word of a machine in need counts, not only the last one.
  if (readComplaint(new Error(said)) === 'TRANSIENT') return outOfResources();
  switch (readComplaint(error)) {
    case 'TRANSIENT':
      return outOfResources();
    case 'TIMEOUT':
      return cpuShare < minCpuShare
        ? new Fault('DECODER_STARVED', said, { retry: true, cause: error })
        : new PhotoRefused('PHOTO_TOO_COSTLY', said, { cause: error });
    case 'TOO_LARGE':
      return new PhotoRefused('PHOTO_TOO_LARGE', said, { cause: error });
    case 'DATA_LOST':
    case 'CORRUPT':
    case 'UNCLEAR':
      return hasMemory() ? new PhotoRefused('PHOTO_CORRUPT', said, { cause: error }) : outOfResources();
  }
}

import { Fault } from '../../fault.ts';

/**
 * Thrown when the process ended without a response: killed for memory, crashed in a decoder, or stopped. This proves
 * nothing about the photo.
 */
export class ChildDied extends Fault {
  constructor(how: string, cause?: unknown) {
    super('DECODER_DIED', `The decoding process ended (${how})`, { retry: true, cause });
  }
}

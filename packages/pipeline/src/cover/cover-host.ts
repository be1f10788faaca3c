import { parentPort } from 'node:worker_threads';
import type { CoveredRegion } from '../realogram.ts';
import { type CoverInput, findCover } from './find-cover.ts';

/** The thread's side of the search for cover. */
export type CoverRequest = CoverInput & { id: number };
export type CoverReply = { id: number; covered: CoveredRegion[] | null } | { id: number; error: string };

const port = parentPort;
if (!port) throw new Error('invariant: the search for cover runs in a thread');

port.on('message', ({ id, ...input }: CoverRequest) => port.postMessage(replyTo(id, input)));

function replyTo(id: number, input: CoverInput): CoverReply {
  try {
    return { id, covered: findCover(input) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

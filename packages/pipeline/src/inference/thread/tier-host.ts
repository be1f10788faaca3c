import { parentPort, workerData } from 'node:worker_threads';
import { type Tier, TierFault } from '../tier.ts';
import { type DetectReply, type DetectRequest, type KnownBay, type TierModule, touch } from './messages.ts';

/** The thread's side: one tier, one request at a time, in order of arrival. */
const { module, factory } = workerData as TierModule;
const exports = (await import(module)) as Record<string, () => Tier>;
const tier = exports[factory]?.();
if (!tier || !parentPort) throw new Error(`${module} makes no tier by ${factory}()`);

const port = parentPort;
const cached = new Map<number, KnownBay>();

port.on('message', (request: DetectRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});

async function answer(request: DetectRequest): Promise<DetectReply> {
  try {
    const bay = request.bay ?? cached.get(request.bayId);
    if (!bay) throw new Error(`bay ${request.bayId} is not held`);
    touch(cached, request.bayId, bay);
    const realogram = await tier?.detect(
      { frame: request.frame, usualViewOnly: request.usualViewOnly, ...bay },
      new AbortController().signal,
    );
    if (!realogram) throw new Error('the tier gave no realogram');
    return { id: request.id, realogram };
  } catch (error) {
    const kind = error instanceof TierFault ? error.kind : null;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { id: request.id, fault: { kind, message, stack } };
  }
}

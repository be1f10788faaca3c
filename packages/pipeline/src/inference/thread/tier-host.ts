import { parentPort, workerData } from 'node:worker_threads';
import type { Frame } from '../../images/frame.ts';
import { type Tier, TierFault } from '../tier.ts';
import { type DetectReply, type DetectRequest, type TierModule, touch } from './messages.ts';

/** The thread's side: one tier, one request at a time, in the order of their coming. */
const { module, factory } = workerData as TierModule;
const exports = (await import(module)) as Record<string, () => Tier>;
const tier = exports[factory]?.();
if (!tier || !parentPort) throw new Error(`${module} makes no tier by ${factory}()`);

const port = parentPort;
const held = new Map<number, ReadonlyMap<string, readonly Frame[]>>();

port.on('message', (request: DetectRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});

async function answer(request: DetectRequest): Promise<DetectReply> {
  try {
    const references = request.references ?? held.get(request.referencesId);
    if (!references) throw new Error(`reference set ${request.referencesId} is not held`);
    touch(held, request.referencesId, references);
    const { frame, planogram } = request;
    const realogram = await tier?.detect({ frame, planogram, references }, new AbortController().signal);
    if (!realogram) throw new Error('the tier gave no realogram');
    return { id: request.id, realogram };
  } catch (error) {
    const kind = error instanceof TierFault ? error.kind : null;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { id: request.id, fault: { kind, message, stack } };
  }
}

import type { Database } from '@gondola/db';
import type { IntakeTools, SubmittingDevice } from '@gondola/pipeline/intake';
import { openQueue } from '@gondola/pipeline/queue';
import { addStore } from '../builders/add-store.ts';

/** The smallest world for tests: one store with one device, and the intake tools to submit captures. */
export interface TinyWorld {
  device: SubmittingDevice;
  intake: IntakeTools;
  stop(): Promise<void>;
}

export async function tinyWorld(db: Database, url: string, storeCode = '0421'): Promise<TinyWorld> {
  const device = await addStore(db, storeCode);
  const { queue, stop } = await openQueue(url, { role: 'send', onError: () => {} });
  return { device, intake: { db, queue }, stop };
}

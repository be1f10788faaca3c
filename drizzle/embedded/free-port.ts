import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of loopback that nothing listens on: the wanted one if it is free, else any. */
export async function freePort(wanted?: number): Promise<number> {
  const probe = createServer();
  probe.listen(wanted ?? 0, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (fault) {
    if (wanted === undefined) throw fault;
    return freePort();
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of 127.0.0.1 is free.');
  return address.port;
}

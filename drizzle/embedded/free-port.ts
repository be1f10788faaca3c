import { once } from 'node:events';
import { createServer } from 'node:net';

/** Returns a free port of loopback: the preferred one if free, else any. */
export async function freePort(preferred?: number): Promise<number> {
  const probe = createServer();
  probe.listen(preferred ?? 0, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (fault) {
    if (preferred === undefined) throw fault;
    return freePort();
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port of 127.0.0.1 is free.');
  return address.port;
}

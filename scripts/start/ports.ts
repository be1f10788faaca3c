import { once } from 'node:events';
import { createServer } from 'node:net';

/** @throws in plain words when another program listens on a port that one of ours needs. */
export async function assertPortsFree(host: string, ports: Record<string, number>): Promise<void> {
  const taken: string[] = [];
  for (const [variable, port] of Object.entries(ports)) {
    if (!(await isFree(host, port))) taken.push(`${port} (${variable})`);
  }
  if (taken.length === 0) return;
  throw new Error(
    `Another program uses port ${taken.join(', ')}. Stop it, or choose another port, for example: PORT_WEB=3100 PORT_API=4100 PORT_METRICS=9500 npm start`,
  );
}

async function isFree(host: string, port: number): Promise<boolean> {
  const probe = createServer();
  probe.listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw fault;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

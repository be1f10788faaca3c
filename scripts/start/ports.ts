import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that one of our servers needs. */
export interface NeededPort {
  /** Variable that sets the port. */
  variable: string;
  /** Variable that sets the address to listen on; undefined where it is fixed. */
  hostVariable?: string;
  host: string;
  port: number;
  /** What the port is for, where the variable does not say it. */
  use?: string;
}

/** @throws in plain words when a server of ours could not listen: another program uses the port, or the address is not ours. */
export async function assertPortsFree(needed: NeededPort[]): Promise<void> {
  const taken: NeededPort[] = [];
  for (const one of needed) if (!(await isFree(one))) taken.push(one);
  if (taken.length === 0) return;
  const names = taken.map(({ port, variable, use }) => `${port} (${variable}${use ? `, ${use}` : ''})`);
  const advice = await freeChoice(taken, needed);
  throw new Error(
    `Another program uses port ${names.join(', ')}. Stop it, or choose another port, for example: ${advice} npm start`,
  );
}

/** Settings by which none of the taken ports is needed, and which are free now. */
async function freeChoice(taken: NeededPort[], needed: NeededPort[]): Promise<string> {
  const used = new Set(needed.map(({ port }) => port));
  const choices: string[] = [];
  for (const variable of new Set(taken.map((one) => one.variable))) {
    const ofVariable = needed.filter((one) => one.variable === variable);
    const [base = 0] = ofVariable.map(({ port }) => port).toSorted((a, b) => a - b);
    let choice = base + 100;
    // The ports of one variable follow each other.
    const fits = async (at: number) => {
      for (const one of ofVariable) {
        const port = at + one.port - base;
        if (used.has(port) || !(await isFree({ ...one, port }))) return false;
      }
      return true;
    };
    while (choice < 60_000 && !(await fits(choice))) choice += 100;
    choices.push(`${variable}=${choice}`);
  }
  return choices.join(' ');
}

async function isFree(needed: NeededPort): Promise<boolean> {
  if (!(await canListen(needed))) return false;
  // Browsers try ::1 first for "localhost": another program there would answer in our place.
  if (needed.host !== '127.0.0.1' && needed.host !== 'localhost') return true;
  return canListen({ ...needed, host: '::1' }, ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EACCES']);
}

/** @param ignored codes of errors that say nothing about the port. */
async function canListen(needed: NeededPort, ignored: string[] = []): Promise<boolean> {
  const { host, port } = needed;
  const probe = createServer();
  probe.listen(port, host.replace(/^\[(.*)\]$/, '$1'));
  try {
    await once(probe, 'listening');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'EADDRINUSE') return false;
    if (ignored.includes(code)) return true;
    throw new Error(cannotListen(needed, code), { cause });
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

function cannotListen({ variable, hostVariable, host, port }: NeededPort, code: string): string {
  if (code === 'EACCES')
    return `This user may not listen on port ${port} (${variable}). Ports below 1024 are for root: choose a higher one, and let a proxy listen there.`;
  const setting = hostVariable === undefined ? host : `${host} (${hostVariable})`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${setting}.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `No machine is known by the name ${setting}.`;
  return `Port ${port} (${variable}) of ${setting} cannot be listened on.`;
}

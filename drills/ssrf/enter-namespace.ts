import { spawnSync } from 'node:child_process';

/** In a network of its own every address there is belongs to this machine: whoever calls one comes to us. */
const everyAddressIsOurs =
  'ip link set lo up && ip route add local 0.0.0.0/0 dev lo && ip -6 route add local ::/0 dev lo && exec "$@"';

/** The words before a command that run it in such a network, or null where this machine does not let us make one. */
export function namespaceCommand(): string[] | null {
  for (const flags of [['-n'], ['-r', '-n']]) {
    const command = ['unshare', ...flags, 'sh', '-c', everyAddressIsOurs, 'sh'];
    const [program = '', ...rest] = command;
    if (spawnSync(program, [...rest, 'true'], { stdio: 'ignore' }).status === 0) return command;
  }
  return null;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { kinds, type Ports } from './swift-settings.ts';
import { python, type Swift } from './unpack-swift.ts';

export interface RunningSwift {
  stop(): void;
  /** Resolves when the first process has ended: its name, or null after `stop`. */
  ended: Promise<string | null>;
}

/** What the four commands of Swift do, with their configuration from a folder of ours instead of /etc/swift. */
const startServer = `
import os, sys
from swift.common.utils import set_swift_dir
from swift.common.wsgi import run_wsgi
kind, settings = sys.argv[1:]
set_swift_dir(os.path.dirname(settings))
more = {}
if kind == 'object':
    from swift.obj import server
    more['global_conf_callback'] = server.global_conf_callback
sys.exit(run_wsgi(settings, kind + '-server', **more))
`;

/** A cold Python on a busy machine takes ten seconds to import Swift. */
const startLimitMs = 60_000;

/** Starts the four processes and waits until the proxy answers. Throws when one of them ends before. */
export async function runSwift(folder: string, ports: Ports, swift: Swift): Promise<RunningSwift> {
  await mkdir(join(folder, 'log'), { recursive: true });
  const { promise: ended, resolve: end } = Promise.withResolvers<string | null>();
  const children: ChildProcess[] = [];
  let stopping = false;
  let broken: string | null = null;
  const stop = () => {
    stopping = true;
    for (const child of children) child.kill('SIGTERM');
    end(null);
  };
  for (const kind of [...kinds, 'proxy'] as const) {
    const log = await open(join(folder, 'log', `${kind}.log`), 'w');
    const settings = join(folder, 'etc', `${kind}-server.conf`);
    const child = spawn(python, ['-c', startServer, kind, settings], {
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, ...swift.variables },
    });
    child.once('exit', () => {
      if (stopping) return;
      broken = kind;
      end(kind);
      stop();
    });
    child.once('exit', () => void log.close());
    children.push(child);
  }
  const giveUpAt = Date.now() + startLimitMs;
  while (!(await answers(ports.proxy))) {
    if (broken !== null || Date.now() > giveUpAt) {
      stop();
      throw new Error(`Swift did not start (${broken ?? 'no answer'}); see ${folder}/log`);
    }
    await wait(300);
  }
  return { stop, ended };
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthcheck`).then(
    (response) => response.ok,
    () => false,
  );

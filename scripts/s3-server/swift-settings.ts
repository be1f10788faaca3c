import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { python, type Swift } from './unpack-swift.ts';

const run = promisify(execFile);

/** Of a server on loopback that holds nothing but what tests put there. */
export const accessKeyId = 'test:tester';
export const secretAccessKey = 'testing';

export const kinds = ['account', 'container', 'object'] as const;
export type Ports = Record<'proxy' | (typeof kinds)[number], number>;

export const portsFrom = (first: number): Ports => ({
  proxy: first,
  account: first + 1,
  container: first + 2,
  object: first + 3,
});

/** Writes the configuration of four processes that hold one copy of everything in one folder, and their rings. */
export async function writeSettings(folder: string, ports: Ports, swift: Swift, user: string): Promise<void> {
  const etc = join(folder, 'etc');
  // Rings name the ports: an older one would lead elsewhere.
  await rm(etc, { recursive: true, force: true });
  await mkdir(etc, { recursive: true });
  await mkdir(join(folder, 'devices/d1'), { recursive: true });
  await writeFile(
    join(etc, 'swift.conf'),
    '[swift-hash]\nswift_hash_path_suffix = tests\nswift_hash_path_prefix = tests\n',
  );
  // Without the user named, a process of root becomes `swift`, whom nobody made here.
  const common = `bind_ip = 127.0.0.1\nuser = ${user}\nswift_dir = ${etc}\nworkers = 0\nlog_level = INFO\n`;
  await writeFile(join(etc, 'proxy-server.conf'), proxySettings(common, ports.proxy));
  for (const kind of kinds) {
    await writeFile(join(etc, `${kind}-server.conf`), storageSettings(kind, common, ports[kind], folder));
    const ring = [swift.ringBuilder, join(etc, `${kind}.builder`)];
    const environment = { env: { ...process.env, ...swift.variables } };
    await run(python, [...ring, 'create', '4', '1', '1'], environment);
    await run(python, [...ring, 'add', `r1z1-127.0.0.1:${ports[kind]}/d1`, '1'], environment);
    await run(python, [...ring, 'rebalance'], environment);
  }
}

const proxySettings = (common: string, port: number) => `[DEFAULT]
${common}bind_port = ${port}

[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth slo dlo proxy-server

[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true

[filter:tempauth]
use = egg:swift#tempauth
user_${accessKeyId.replace(':', '_')} = ${secretAccessKey} .admin

# Sign-in wants a cache to be there, not to work: at this port nobody listens.
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1

[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1

${['catch_errors', 'gatekeeper', 'healthcheck', 'listing_formats', 'bulk', 'slo', 'dlo']
  .map((filter) => `[filter:${filter}]\nuse = egg:swift#${filter}\n`)
  .join('\n')}`;

const storageSettings = (kind: string, common: string, port: number, folder: string) => `[DEFAULT]
${common}bind_port = ${port}
devices = ${join(folder, 'devices')}
mount_check = false
disable_fallocate = true

[pipeline:main]
pipeline = ${kind}-server

[app:${kind}-server]
use = egg:swift#${kind}
`;

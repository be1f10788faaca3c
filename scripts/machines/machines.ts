import { execFileSync, spawnSync } from 'node:child_process';
import { chown, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startEmbeddedPostgres } from '@gondola/db/embedded';
import { readNginxExample } from '@gondola/testkit/nginx-example';
import { makeCertificate } from '@gondola/testkit/tls-certificate';
import { openTlsProxy } from '@gondola/testkit/tls-proxy';
import pg from 'pg';
import { copyRepository } from './copy-repository.ts';
import type { Machine } from './machine.ts';

const can = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const isRoot = process.getuid?.() === 0;
/** The user nobody of Debian and most others: no home, no rights. */
const nobody = { uid: 65_534, gid: 65_534 };

export const machines: readonly Machine[] = [
  {
    name: 'an ordinary user, a path with a space and an umlaut, and settings in .env',
    ends: ['SIGTERM to npm alone, as a service manager sends it', 'Ctrl-C twice'],
    open: async ({ folder, root, env }) => {
      const copy = join(folder, 'Gondola für Märkte');
      await copyRepository(root, copy);
      const home = join(folder, 'home');
      await mkdir(home, { recursive: true });
      const { PORT_WEB = '', ...inShell } = env;
      await writeFile(join(copy, '.env'), `PORT_WEB=${PORT_WEB}\nDATABASE_URL=\n`);
      const address = `http://localhost:${PORT_WEB}`;
      if (!isRoot) return { options: { runFolder: folder, root: copy, env: inShell }, address };
      execFileSync('chown', ['-Rh', `${nobody.uid}:${nobody.gid}`, copy, home]);
      await chown(folder, nobody.uid, nobody.gid);
      return {
        options: { runFolder: folder, root: copy, env: { ...inShell, HOME: home }, account: nobody },
        address,
      };
    },
  },
  {
    name: 'HOST=::1, and a Postgres of its own with an ordinary role',
    ends: ['SIGKILL to start.ts', 'Ctrl-C'],
    // Its data is in that Postgres: a copy of the folder has the photos only.
    isCopied: false,
    open: async ({ folder, root, env }) => {
      const dataDir = join(root, '.gondola/test-runs', `own-${env.PORT_WEB}`);
      const server = await startEmbeddedPostgres({ dataDir, durability: 'test' });
      const admin = new pg.Client({ connectionString: server.url });
      await admin.connect();
      await admin.query(`create role "shelf reader" login password 'p@ss/word'`);
      await admin.query(`create database "shelves of today" owner "shelf reader" template template0`);
      await admin.end();
      const { port } = new URL(server.url);
      const DATABASE_URL = `postgres://shelf%20reader:p%40ss%2Fword@127.0.0.1:${port}/shelves%20of%20today`;
      return {
        options: { runFolder: folder, root, env: { ...env, DATABASE_URL, HOST: '::1' } },
        address: `http://[::1]:${env.PORT_WEB}`,
        close: async () => {
          await server.stop();
          await rm(dataDir, { recursive: true, force: true });
        },
      };
    },
  },
  {
    name: 'PUBLIC_URL of a reverse proxy with TLS and a limit of 1 MB',
    ends: ["SIGKILL to Postgres's supervisor", 'Ctrl-C'],
    missing: () => (can('openssl', 'version') ? undefined : 'no openssl makes its certificate'),
    open: async ({ folder, root, env }) => {
      const document = await readFile(join(root, 'docs/operations/reverse-proxy.md'), 'utf8');
      const certificate = await makeCertificate(folder);
      const proxy = await openTlsProxy({
        target: `http://127.0.0.1:${env.PORT_WEB}`,
        certificate,
        rules: readNginxExample(document),
        port: await freePort(),
      });
      return {
        options: { runFolder: folder, root, env: { ...env, PUBLIC_URL: proxy.url } },
        address: proxy.url,
        isBehindProxy: true,
        env: { NODE_EXTRA_CA_CERTS: certificate.certFile },
        close: proxy.close,
      };
    },
  },
  {
    name: 'a disk of 300 MB in a terminal',
    ends: ['a closed terminal', 'Ctrl-C'],
    isCopied: false,
    missing: () => (can('unshare', '--mount', 'true') ? undefined : 'only root can make a small disk'),
    open: async ({ folder, root, env }) => {
      const disk = join(folder, 'disk');
      await mkdir(disk, { recursive: true });
      // In a namespace of its own the disk goes with the last process.
      const mount = `mount -t tmpfs -o size=300m tmpfs '${disk}' && exec "$@"`;
      return {
        options: {
          runFolder: folder,
          root,
          env: { ...env, GONDOLA_DATA_DIR: join(disk, 'data'), INTAKE_MIN_FREE_MB: '100' },
          wrap: (command) => [
            ...['unshare', '--mount', 'sh', '-c', mount, 'sh'],
            ...['script', '-qfec', command.join(' '), '/dev/null'],
          ],
        },
      };
    },
    job: async ({ person, instance, sample, env }) => {
      await person.scorePhoto(sample);
      // Another program fills the disk up to 40 MB, with room for the rows of a capture.
      const disk = `/proc/${instance.process.pid}/root${env.GONDOLA_DATA_DIR}`;
      const { bavail, bsize } = await statfs(disk);
      await writeFile(join(disk, 'of another program'), Buffer.alloc(bavail * bsize - 40_000_000));
      const { code, said } = await person.handIn(sample);
      if (code === 0 || !/less than 100 MB are free \(INTAKE_MIN_FREE_MB\)/.test(said))
        throw new Error(`npm run capture does not say that there is no room:\n${said}`);
      // The log's warnings are on the screen too.
      await instance.says(/api +warning: new captures are refused: The disk for photos is nearly full/);
    },
  },
];

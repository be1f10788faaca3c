import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, request } from 'undici';
import { parseAddressRanges } from '../../packages/pipeline/src/photo-fetch/address-ranges.ts';
import { fetchPhoto } from '../../packages/pipeline/src/photo-fetch/fetch-photo.ts';
import type { OpenWorld } from './open-world.ts';
import { knownNames, type Vector } from './vectors.ts';

type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

/** Resolves the drill's names, with the answers of a vector one after the other; the system resolves all others. */
export function resolverFor(world: OpenWorld, answers: Record<string, string[][]> = {}): Resolve {
  const asked = new Map<string, number>();
  return async (hostname) => {
    const turns = answers[hostname];
    const turn = asked.get(hostname) ?? 0;
    asked.set(hostname, turn + 1);
    const found = turns ? (turns[turn] ?? turns.at(-1)) : knownAt(hostname, world);
    if (!found) return await lookup(hostname, { all: true });
    return found.map((address) => ({ address, family: isIP(address) }));
  };
}

const knownAt = (hostname: string, world: OpenWorld) =>
  hostname === 'good.test' && !world.namespace ? ['127.0.0.1'] : knownNames[hostname];

/** The product's fetch with plain http allowed, so that the addresses are refused and not the scheme. */
export const guarded = (world: OpenWorld, vector: Vector): Promise<Uint8Array> =>
  fetchPhoto(vector.address, {
    resolve: resolverFor(world, vector.answers),
    totalTimeoutMs: 5_000,
    rules: {
      ports: { https: [443], http: [80, ...(world.inside === '' ? [] : [Number(world.inside.slice(1))])] },
      loopbackPorts: world.namespace ? [] : [world.goodPort],
      allowedHosts: vector.allowedHosts ?? [],
      deniedRanges: parseAddressRanges('52.94.0.0/16, 2600:beef::/32'),
    },
  });

/** An unguarded client, which follows redirects to any address. Shows that a vector would work. */
export async function unguarded(world: OpenWorld, vector: Vector): Promise<void> {
  const resolve = resolverFor(world, vector.answers);
  const found: LookupFunction = (hostname, { all }, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => stays(address, world)))
          done(new Error('no address'), '', 0);
        else if (all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error) => done(error, '', 0),
    );
  };
  const connect = buildConnector({ lookup: found, timeout: 300, allowH2: false });
  const dispatcher = new Agent({
    connect: (target, done) => {
      const host = target.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) === 0 || stays(host, world)) connect(target, done);
      else done(new Error('not called from here'), null);
    },
    pipelining: 0,
  });
  try {
    let url = new URL(vector.address);
    for (let hop = 0; hop < 6; hop++) {
      const { headers, body } = await request(url, { dispatcher, signal: AbortSignal.timeout(500) });
      await body.dump();
      if (typeof headers.location !== 'string') return;
      url = new URL(headers.location, url);
    }
  } catch {
    // The unguarded client reached nothing internal: this vector does not work here.
  } finally {
    await dispatcher.destroy();
  }
}

/** Outside of a namespace an unguarded client must not really connect to the machine's surroundings. */
const stays = (address: string, world: OpenWorld): boolean =>
  world.namespace || /^(127\.|0\.0\.0\.0$|::1?$|::ffff:(127\.|7f))/.test(address);

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parseAddressRanges } from './address-ranges.ts';
import { type FetchPhotoOptions, fetchPhoto } from './fetch-photo.ts';
import { startPhotoServer } from './photo-server.testing.ts';
import type { PhotoUnreachable } from './photo-unreachable.ts';

const server = await startPhotoServer();
const { port, hits } = server;
beforeEach(() => {
  hits.length = 0;
});
afterAll(server.stop);

const loopback = (): FetchPhotoOptions => ({
  rules: { loopbackPorts: [port], ports: { https: [443], http: [80] } },
});
const page = (path: string) => `http://127.0.0.1:${port}${path}`;

async function failureOf(address: string, options: FetchPhotoOptions): Promise<PhotoUnreachable> {
  return await fetchPhoto(address, options).then(
    () => expect.fail(`${address} was fetched`),
    (error) => error,
  );
}

describe('an address in the internal network', () => {
  const strict = (): FetchPhotoOptions => ({ rules: { ports: { https: [443], http: [80, port] } } });

  test.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.0.0.1',
    '①②⑦.⓪.⓪.①',
    '%31%32%37.0.0.1',
    '0.0.0.0',
    '0',
    '10.0.0.1',
    '172.16.5.4',
    '192.168.1.1',
    '169.254.169.254',
    '169.254.170.2',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[64:ff9b:1::7f00:1]',
    '[3fff::1]',
    '[5f00::1]',
    '[100::1]',
    '[fd20:ce::254]',
    'localhost',
  ])('%s is rejected before anything is sent', async (host) => {
    const failure = await failureOf(`http://${host}:${port}/photo.jpg`, strict());
    expect(failure).toMatchObject({ name: 'PhotoUnreachable', retry: false });
    expect(hits).toHaveLength(0);
  });

  test.each([
    'ftp://1.1.1.1/',
    'file:///etc/passwd',
    'data:image/png;base64,iVBORw0KGgo=',
    'https://user:secret@1.1.1.1/',
    'https://user@1.1.1.1/',
    'https://1.1.1.1:22/',
    'https://1.1.1.1:80/',
    'http://1.1.1.1:443/',
    'https://',
    'photo.jpg',
    '',
    'https://[::1/',
    'http:\\\\127.0.0.1\\photo.jpg',
    'https://1.1.1.1@127.0.0.1/',
  ])('%s is rejected for its form', async (address) => {
    expect(await failureOf(address, strict())).toMatchObject({ name: 'PhotoUnreachable', retry: false });
  });

  test('over plain http is rejected unless the rules allow it', async () => {
    expect(await failureOf('http://1.1.1.1/', {})).toMatchObject({
      retry: false,
      detail: 'the scheme http: is not allowed',
    });
  });

  test.each(['/to-metadata', '/to-other-host', '/to-file', '/to-credentials'])(
    'behind the redirect %s is rejected as well',
    async (path) => {
      expect(await failureOf(page(path), loopback())).toMatchObject({ retry: false });
      expect(hits).toHaveLength(1);
    },
  );

  test('behind a name is rejected, also when only one address of the name is internal', async () => {
    for (const addresses of [
      ['127.0.0.1'],
      ['8.8.8.8', '127.0.0.1'],
      ['::1'],
      ['2606:4700::1111', '10.1.2.3'],
    ]) {
      const resolve = async () =>
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const failure = await failureOf(`http://photos.test:${port}/photo.jpg`, { ...strict(), resolve });
      expect(failure).toMatchObject({ retry: false, detail: expect.stringContaining('not public') });
    }
    expect(hits).toHaveLength(0);
  });

  test('is rejected when a name resolves to it only on the second hop', async () => {
    let resolutions = 0;
    const resolve = async () => {
      resolutions += 1;
      return [{ address: resolutions === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const failure = await failureOf(`http://photos.test:${port}/once`, { ...loopback(), resolve });
    expect(failure).toMatchObject({ retry: false, detail: expect.stringContaining('10.0.0.1') });
    expect(hits).toHaveLength(1);
  });
});

describe('the ports that are open for tests', () => {
  test('lead to the local machine only', async () => {
    const resolve = async () => [{ address: '8.8.8.8', family: 4 }];
    const failure = await failureOf(`http://photos.test:${port}/`, { ...loopback(), resolve });
    expect(failure).toMatchObject({ retry: false, detail: expect.stringContaining('8.8.8.8') });
    expect(await failureOf(`http://8.8.8.8:${port}/`, loopback())).toMatchObject({ retry: false });
  });

  test('open no other port of this machine', async () => {
    const other = await startPhotoServer();
    const options = { rules: { loopbackPorts: [other.port], ports: { https: [443], http: [80, port] } } };
    expect(await failureOf(page('/photo.jpg'), options)).toMatchObject({ retry: false });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await failureOf(`http://photos.test:${port}/photo.jpg`, { ...options, resolve })).toMatchObject({
      retry: false,
    });
    other.stop();
    expect(hits).toHaveLength(0);
  });
});

describe('the allowed hosts', () => {
  const only = (...allowedHosts: string[]) => ({ rules: { allowedHosts } });

  test.each([
    'https://photos.example.com.evil.example/',
    'https://evil-example.com/',
    'https://example.com/',
    'https://1.1.1.1/',
    'https://photos.example.com@evil.example/',
  ])('%s is none of them', async (address) => {
    const failure = await failureOf(address, only('photos.example.com', '*.example.com'));
    expect(failure).toMatchObject({ retry: false });
  });

  test.each(['https://PHOTOS.example.com/', 'https://photos.example.com./', 'https://a.b.example.net/'])(
    '%s is one',
    async (address) => {
      const resolve = async () => [{ address: '10.0.0.1', family: 4 }];
      const failure = await failureOf(address, { ...only('photos.example.com', '*.example.net'), resolve });
      // The request reached the resolver.
      expect(failure.detail).toContain('10.0.0.1');
    },
  );

  test('must still have a public address outside the denied ranges', async () => {
    const rules = { allowedHosts: ['photos.example.com'], deniedRanges: parseAddressRanges('8.8.8.0/24') };
    const resolve = async () => [{ address: '8.8.8.8', family: 4 }];
    const failure = await failureOf('https://photos.example.com/', { rules, resolve });
    expect(failure).toMatchObject({ retry: false, detail: expect.stringContaining('8.8.8.8') });
  });
});

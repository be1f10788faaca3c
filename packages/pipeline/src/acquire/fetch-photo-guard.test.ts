import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type FetchPhotoOptions, fetchPhoto } from './fetch-photo.ts';
import { startPhotoServer } from './photo-server.ts';
import type { PhotoUnreachable } from './photo-unreachable.ts';

const server = await startPhotoServer();
const { port, hits } = server;
beforeEach(() => {
  hits.length = 0;
});
afterAll(server.stop);

const loopback = (): FetchPhotoOptions => ({ allowHttp: true, allowLoopback: true, allowedPorts: [port] });
const page = (path: string) => `http://127.0.0.1:${port}${path}`;

async function failureOf(address: string, options: FetchPhotoOptions): Promise<PhotoUnreachable> {
  return await fetchPhoto(address, options).then(
    () => expect.fail(`${address} was fetched`),
    (error) => error,
  );
}

describe('an address that leads inside', () => {
  const strict = (): FetchPhotoOptions => ({ allowHttp: true, allowedPorts: [80, 443, port] });

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
    'localhost',
  ])('%s is refused before anything is sent', async (host) => {
    const failure = await failureOf(`http://${host}:${port}/photo.jpg`, strict());
    expect(failure).toMatchObject({ name: 'PhotoUnreachable', retry: false });
    expect(hits).toHaveLength(0);
  });

  test.each([
    ['http://1.1.1.1/', { allowHttp: false }],
    ['ftp://1.1.1.1/', {}],
    ['file:///etc/passwd', {}],
    ['data:image/png;base64,iVBORw0KGgo=', {}],
    ['https://user:secret@1.1.1.1/', {}],
    ['https://user@1.1.1.1/', {}],
    ['https://1.1.1.1:22/', {}],
    ['https://1.1.1.1:6379/', {}],
    ['https://', {}],
    ['photo.jpg', {}],
    ['', {}],
    ['https://[::1/', {}],
    ['http:\\\\127.0.0.1\\photo.jpg', {}],
    ['https://1.1.1.1@127.0.0.1/', {}],
  ])('%s is refused for its form', async (address, options) => {
    expect(await failureOf(address, { ...strict(), ...options })).toMatchObject({
      name: 'PhotoUnreachable',
      retry: false,
    });
  });

  test.each([
    ['/to-metadata', [80]],
    ['/to-other-host', []],
    ['/to-file', []],
    ['/to-credentials', []],
  ])('behind the redirect %s is refused as well', async (path, ports) => {
    const options = { ...loopback(), allowedPorts: [port, ...ports] };
    expect(await failureOf(page(path), options)).toMatchObject({ retry: false });
    expect(hits).toHaveLength(1);
  });

  test('behind a name is refused, also when only one of its addresses does', async () => {
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

  test('is refused after a name that was harmless on the first hop points inside on the next', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const failure = await failureOf(`http://photos.test:${port}/once`, { ...loopback(), resolve });
    expect(failure).toMatchObject({ retry: false, detail: expect.stringContaining('10.0.0.1') });
    expect(hits).toHaveLength(1);
  });
});

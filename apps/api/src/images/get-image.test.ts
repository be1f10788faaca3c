import { createHash } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { image, product } from '@gondola/db';
import { afterAll, expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';
import { openImageSigner } from './image-signer.ts';

const objects = await mkdtemp(path.join(tmpdir(), 'gondola-images-'));
afterAll(() => rm(objects, { recursive: true, force: true }));
const api = await startTestApi('images', { OBJECT_STORE: `file:${objects}` });
const manager = await api.signIn('category_manager');
await api.db
  .insert(product)
  .values({ catalog: 'demo', sku: 'S 1/2', gtin: '04006381333931', name: 'Ink', widthMm: 10, heightMm: 20 });

/** The smallest PNG that is one: 1 x 1. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = createHash('sha256').update(png).digest('hex');

const objectFile = () => path.join(objects, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const put = (query: Record<string, string>, bytes: Uint8Array) =>
  fetch(`${api.url}/product-images?${new URLSearchParams(query)}`, {
    method: 'PUT',
    headers: manager,
    body: new Uint8Array(bytes),
  });

test('a reference image is found by SKU, GTIN and name, and the same image twice is one', async () => {
  for (const key of ['S 1/2', '4006381333931', 'Ink']) {
    const response = await put({ catalog: 'demo', key }, png);
    expect(response.status, key).toBe(200);
    expect(await response.json()).toMatchObject({ sku: 'S 1/2', sha256 });
  }
  expect(await api.db.$count(image)).toBe(1);
});

test('what is no image, too large or of no product is refused', async () => {
  expect((await put({ catalog: 'demo', key: 'Ink' }, Buffer.from('GIF89a, not a picture'))).status).toBe(415);
  expect((await put({ catalog: 'demo', key: 'Ink' }, Buffer.alloc(0))).status).toBe(415);
  expect((await put({ catalog: 'demo', key: 'Ink' }, Buffer.from([0xff, 0xd8]))).status).toBe(415);
  const large = Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]);
  expect((await put({ catalog: 'demo', key: 'Ink' }, large)).status).toBe(413);
  expect((await put({ catalog: 'demo', key: 'Pen' }, png)).status).toBe(404);
  expect((await put({ catalog: 'demo', key: '\0' }, png)).status).toBe(400);
  expect((await put({ catalog: 'demo' }, png)).status).toBe(400);
});

async function addressOfImage(): Promise<string> {
  const row = await api.db.query.product.findFirst();
  const id = Buffer.from(`Product:${row?.id}`).toString('base64');
  const answer = await api.ask(
    'query ($id: ID!) { node(id: $id) { ... on Product { imageUrls } } }',
    { id },
    manager,
  );
  return partOf<{ imageUrls: string[] }>(answer, 'node').imageUrls[0] ?? '';
}

test('a signed address shows the image, private and without a chance to run anything', async () => {
  const response = await fetch(`${api.url}${await addressOfImage()}`);
  expect(response.status).toBe(200);
  expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': expect.stringMatching(/^private, max-age=\d+/),
  });
});

test('a caller that has the image gets 304, without a read of the object store', async () => {
  const address = `${api.url}${await addressOfImage()}`;
  const etag = (await fetch(address)).headers.get('etag') ?? '';
  const again = (path: string, tag: string) => fetch(path, { headers: { 'if-none-match': tag } });
  // The bytes are out of reach: only an answer that does not read them can come.
  await rename(objectFile(), `${objectFile()}.away`);
  const answer = await again(address, etag);
  expect(answer.status).toBe(304);
  expect(answer.headers.get('etag')).toBe(etag);
  expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=\d+/);
  expect((await again(address, `W/${etag}, "other"`)).status).toBe(304);
  await rename(`${objectFile()}.away`, objectFile());
  expect((await again(address, '"other"')).status).toBe(200);
  // A copy is no right to be told that it is still good.
  expect((await again(address.replace(/signature=[^&]+/, 'signature=x'), etag)).status).toBe(403);
  await api.db.update(image).set({ expiredAt: new Date() });
  await rename(objectFile(), `${objectFile()}.away`);
  expect((await again(address, etag)).status).toBe(410);
  await rename(`${objectFile()}.away`, objectFile());
  await api.db.update(image).set({ expiredAt: null });
});

test('a tampered address shows nothing', async () => {
  const address = new URL(await addressOfImage(), api.url);
  const change = (edit: (url: URL) => void) => {
    const url = new URL(address);
    edit(url);
    return url;
  };
  const tampered = [
    change((url) => url.searchParams.delete('signature')),
    change((url) => url.searchParams.delete('expires')),
    change((url) => url.searchParams.set('expires', String(Number(url.searchParams.get('expires')) + 1))),
    change((url) => url.searchParams.append('expires', '9999999999')),
    change((url) => url.searchParams.set('signature', `${url.searchParams.get('signature')}A`)),
    change((url) => {
      url.pathname = `/images/${'0'.repeat(64)}`;
    }),
    change((url) => {
      url.pathname = '/images/..%2f..%2fetc%2fpasswd';
    }),
    change((url) => {
      url.pathname = '/images/%00';
    }),
  ];
  for (const url of tampered) expect((await fetch(url)).status, url.href).toBe(403);
});

test('an address ends after ten minutes at most, and not before five', () => {
  let now = Date.UTC(2026, 10, 24, 5, 3, 20);
  const signer = openImageSigner('a secret', () => now);
  const url = new URL(signer.pathOf(sha256), 'http://x');
  const query = { expires: url.searchParams.get('expires'), signature: url.searchParams.get('signature') };
  now += 5 * 60_000;
  expect(signer.accept(sha256, query)).not.toBeNull();
  now += 5 * 60_000;
  expect(signer.accept(sha256, query)).toBeNull();
  expect(openImageSigner('another secret', () => 0).accept(sha256, query)).toBeNull();
});

import { expect, test } from 'vitest';
import { authFault } from './auth-fault.ts';

const openedAt = 'https://shelves.example';
const refusal = (status: number, body: object) => authFault(Response.json(body, { status }), openedAt);

test('a right password under a wrong address is not called wrong: the address and its variable are named', async () => {
  const addresses = ['http://localhost:3000', 'http://127.0.0.1:3000'];
  expect(await refusal(403, { code: 'INVALID_ORIGIN', addresses })).toBe(
    'This page was opened at https://shelves.example, but Gondola is set up for http://localhost:3000 or http://127.0.0.1:3000. ' +
      'Open it there, or set PUBLIC_URL to https://shelves.example and start Gondola again.',
  );
});

test('only a wrong password is called wrong', async () => {
  const wrong = 'This e-mail address and password do not belong together.';
  expect(await refusal(401, { code: 'INVALID_EMAIL_OR_PASSWORD' })).toBe(wrong);
  expect(await refusal(403, { code: 'DEMO_IS_OFF' })).toMatch(/without the demo/);
  expect(await refusal(429, {})).toMatch(/Too many attempts/);
  expect(await refusal(403, { code: 'ELSE' })).toBe('The server refused the request: 403 ELSE');
  expect(await authFault(new Response('<html>', { status: 413 }), openedAt)).toMatch(/: 413$/);
});

test('a server that is away is called away', async () => {
  expect(await authFault(null, openedAt)).toMatch(/does not answer/);
  expect(await refusal(502, {})).toMatch(/does not answer/);
});

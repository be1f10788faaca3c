import { expect, test } from 'vitest';
import { defaultAuthSecret, readEnv } from './env.ts';

const database = { DATABASE_URL: 'postgresql://gondola@localhost/gondola' };

test('a database is enough for development', () => {
  expect(readEnv(database)).toMatchObject({
    objectStore: 'file:.gondola/objects',
    listen: { apiPort: 4000, metricsPort: 9464 },
    publicUrls: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    authSecret: defaultAuthSecret,
    introspection: true,
    sandboxUrl: null,
  });
});

test('production refuses the default secret and asks for its own address', () => {
  const production = { ...database, NODE_ENV: 'production' };
  expect(() => readEnv(production)).toThrow(/AUTH_SECRET[\s\S]*PUBLIC_URL/);
  expect(() =>
    readEnv({ ...production, AUTH_SECRET: defaultAuthSecret, PUBLIC_URL: 'https://g.example' }),
  ).toThrow(/AUTH_SECRET/);
  const secret = 'long and of this installation only';
  expect(readEnv({ ...production, AUTH_SECRET: secret, PUBLIC_URL: 'https://g.example/x' })).toMatchObject({
    introspection: false,
    publicUrls: ['https://g.example'],
  });
});

test('every problem is named at once', () => {
  expect(() => readEnv({ PORT_API: '70000', LOG_LEVEL: 'loud', AUTH_SECRET: 'short' })).toThrow(
    /DATABASE_URL[\s\S]*PORT_API[\s\S]*AUTH_SECRET[\s\S]*LOG_LEVEL/,
  );
});

test('a sandbox cloud is taken from this machine only, and never in production', () => {
  for (const url of ['http://127.0.0.1:4700', 'http://localhost:4700', 'http://[::1]:4700'])
    expect(readEnv({ ...database, SANDBOX_URL: `${url}/` })).toMatchObject({ sandboxUrl: url });
  for (const url of [
    'http://sandbox.example:4700',
    'http://127.0.0.1.example',
    'http://127.0.0.1@evil.example',
    'https://127.0.0.1',
    'nowhere',
  ])
    expect(() => readEnv({ ...database, SANDBOX_URL: url }), url).toThrow(/SANDBOX_URL/);
  expect(() =>
    readEnv({
      ...database,
      NODE_ENV: 'production',
      AUTH_SECRET: 'long and of this installation only',
      PUBLIC_URL: 'https://g.example',
      SANDBOX_URL: 'http://127.0.0.1:4700',
    }),
  ).toThrow(/SANDBOX_URL: is for development and the demo/);
});

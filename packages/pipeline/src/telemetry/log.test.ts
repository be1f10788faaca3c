import { expect, test } from 'vitest';
import { captureLog, createLog, type LogLevel } from './log.ts';
import { makeTraceParent, parseTraceParent } from './trace.ts';

function logInto(level: LogLevel = 'info') {
  const lines: string[] = [];
  const log = createLog({ name: 'worker', level, destination: { write: (line) => lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

test('a line is JSON with name, level and ISO time', () => {
  const { log, last } = logInto();
  log.info({ stage: 'preprocess' }, 'moved on');
  expect(last()).toMatchObject({ name: 'worker', level: 'info', stage: 'preprocess', msg: 'moved on' });
  expect(new Date(last().time).toISOString()).toBe(last().time);
});

test('lines below the level are not written', () => {
  const { log, lines } = logInto('warn');
  log.info('unheard');
  log.warn('heard');
  expect(lines).toHaveLength(1);
});

test('credentials never reach the log, at any logged depth', () => {
  const { log, lines } = logInto();
  const secret = 'gk_live_8f2c';
  const credentials = {
    authorization: `Bearer ${secret}`,
    'proxy-authorization': secret,
    cookie: `session=${secret}`,
    'set-cookie': secret,
    'x-api-key': secret,
    'x-device-key': secret,
    apiKey: secret,
    deviceKey: secret,
    key: secret,
    password: secret,
    secret,
    token: secret,
  };
  log.info(credentials, 'top');
  log.info({ headers: credentials }, 'nested');
  log.info({ req: { headers: credentials, method: 'POST' } }, 'request');
  log.child({ device: { key: secret } }).info('child');
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    expect(line).toContain('[redacted]');
    expect(line).not.toContain(secret);
  }
  expect(lines[2]).toContain('POST');
});

test('lines of two processes about one capture share its trace id', () => {
  const [api, worker] = [logInto(), logInto()];
  const capture = { captureId: '0199', traceParent: makeTraceParent() };
  captureLog(api.log, capture).info('accepted');
  captureLog(worker.log, capture).info('scored');
  expect(api.last().traceId).toBe(parseTraceParent(capture.traceParent)?.traceId);
  expect(worker.last()).toMatchObject({ captureId: '0199', traceId: api.last().traceId });
});

test('a capture without a trace is logged without one', () => {
  const { log, last } = logInto();
  captureLog(log, { captureId: '0199', traceParent: null }).info('accepted');
  expect(last()).not.toHaveProperty('traceId');
});

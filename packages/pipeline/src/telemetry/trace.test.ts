import { expect, test } from 'vitest';
import { makeTraceParent, parseTraceParent } from './trace.ts';

const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test('a traceparent is read into its parts', () => {
  expect(parseTraceParent(given)).toEqual({
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId: '00f067aa0ba902b7',
    sampled: true,
  });
  expect(parseTraceParent(given.replace(/01$/, '02'))?.sampled).toBe(false);
});

test('a new traceparent is readable, and two traces are never equal', () => {
  const [one, two] = [parseTraceParent(makeTraceParent()), parseTraceParent(makeTraceParent())];
  expect(one?.sampled).toBe(true);
  expect(one?.traceId).not.toBe(two?.traceId);
});

test('a step of a trace has the same trace id and sampling, and a new span', () => {
  const parent = parseTraceParent(given.replace(/01$/, '00'));
  const step = parseTraceParent(makeTraceParent(parent));
  expect(step?.traceId).toBe(parent?.traceId);
  expect(step?.spanId).not.toBe(parent?.spanId);
  expect(step?.sampled).toBe(false);
});

test.each([
  null,
  undefined,
  '',
  given.toUpperCase(),
  given.replace('00-', 'ff-'),
  `${given}-more`,
  given.slice(0, -1),
  given.replace('4bf92f3577b34da6a3ce929d0e0e4736', '0'.repeat(32)),
  given.replace('00f067aa0ba902b7', '0'.repeat(16)),
])('%s is no traceparent', (text) => {
  expect(parseTraceParent(text)).toBeNull();
});

test('a later version of the header may carry more', () => {
  expect(parseTraceParent(`${given.replace('00-', 'cc-')}-what-the-future-holds`)?.spanId).toBe(
    '00f067aa0ba902b7',
  );
});

import { afterEach, expect, test } from 'vitest';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Observation } from './observed-gauges.ts';

const running: Metrics[] = [];
afterEach(async () => {
  for (const metrics of running.splice(0)) await metrics.stop();
});

async function start(options: Partial<Parameters<typeof createMetrics>[0]> = {}): Promise<Metrics> {
  const metrics = await createMetrics({ port: 0, ...options });
  running.push(metrics);
  return metrics;
}

const scrape = async (metrics: Metrics) => {
  const response = await fetch(`http://127.0.0.1:${metrics.port}/metrics`);
  expect(response.status).toBe(200);
  return (await response.text()).split('\n');
};

test('every instrument is scraped under its name, with its labels and nothing else', async () => {
  const metrics = await start({
    observe: async () => ({
      queues: [
        { queue: 'infer', depth: 7, oldestSeconds: 12.5 },
        { queue: 'score', depth: 0, oldestSeconds: null },
      ],
      deadLettersOpen: [{ reason: 'PHOTO_CORRUPT', count: 3 }],
      driftOpen: 2,
    }),
  });
  metrics.captures.add(2, { outcome: 'scored' });
  metrics.inferenceAttempts.add(1, { tier: 1, provider: 'vertex', outcome: 'timeout' });
  metrics.inferenceDuration.record(0.3, { tier: 3, provider: 'heuristic' });
  metrics.captureLatency.record(42);
  metrics.fallbacks.add(1, { from: 1, to: 2, reason: 'breaker_open' });
  metrics.deadLetters.add(1, { stage: 'preprocess', reason: 'PHOTO_EMPTY' });
  const lines = await scrape(metrics);
  for (const line of [
    'gondola_captures_total{outcome="scored"} 2',
    'gondola_inference_attempts_total{tier="1",provider="vertex",outcome="timeout"} 1',
    'gondola_inference_duration_seconds_bucket{tier="3",provider="heuristic",le="0.25"} 0',
    'gondola_inference_duration_seconds_bucket{tier="3",provider="heuristic",le="0.5"} 1',
    'gondola_inference_duration_seconds_count{tier="3",provider="heuristic"} 1',
    'gondola_capture_latency_seconds_sum 42',
    'gondola_fallback_total{from="1",to="2",reason="breaker_open"} 1',
    'gondola_dead_letters_total{stage="preprocess",reason="PHOTO_EMPTY"} 1',
    'gondola_queue_depth{queue="infer"} 7',
    'gondola_queue_oldest_seconds{queue="infer"} 12.5',
    'gondola_queue_oldest_seconds{queue="score"} 0',
    'gondola_dead_letters_open{reason="PHOTO_CORRUPT"} 3',
    'gondola_drift_open 2',
  ]) {
    expect(lines).toContain(line);
  }
  const families = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(families.filter((name) => !name?.startsWith('gondola_'))).toEqual([]);
  expect(lines.join('\n')).not.toMatch(/target_info|command|argv|node_modules|otel_scope/);
});

test('a series that the database no longer has disappears from the next scrape', async () => {
  let now: Observation = { queues: [], deadLettersOpen: [{ reason: 'PHOTO_EMPTY', count: 1 }], driftOpen: 0 };
  const metrics = await start({ observe: async () => now });
  expect(await scrape(metrics)).toContain('gondola_dead_letters_open{reason="PHOTO_EMPTY"} 1');
  now = { queues: [], deadLettersOpen: [], driftOpen: 0 };
  expect((await scrape(metrics)).join('\n')).not.toContain('gondola_dead_letters_open{');
});

test('while the database does not answer, gauges are absent and counters go out', async () => {
  const errors: unknown[] = [];
  const down = new Error('the database is down');
  const metrics = await start({
    observe: async () => {
      throw down;
    },
    onError: (error) => errors.push(error),
  });
  metrics.captures.add(1, { outcome: 'scored' });
  const lines = await scrape(metrics);
  expect(lines).toContain('gondola_captures_total{outcome="scored"} 1');
  expect(lines.join('\n')).not.toContain('gondola_drift_open ');
  expect(errors).toEqual([down]);
});

test('other paths and methods find nothing', async () => {
  const { port } = await start();
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
});

test('stop frees the port, even while a scraper holds its connection open', async () => {
  const first = await createMetrics({ port: 0 });
  await scrape(first);
  await first.stop();
  const second = await start({ port: first.port });
  expect(second.port).toBe(first.port);
  await expect(createMetrics({ port: second.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

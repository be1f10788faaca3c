import { afterEach, expect, test } from 'vitest';
import { createMetrics, type Metrics } from './metrics.ts';
import type { FleetGauges } from './observed-gauges.ts';

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

const empty: FleetGauges = {
  queues: [],
  deadLettersOpen: [],
  driftOpen: 0,
  breakers: [],
  captureConflicts: 0,
};

test('every instrument is scraped under its name, with exactly its labels', async () => {
  const metrics = await start({
    readFleetGauges: async () => ({
      ...empty,
      queues: [
        { queue: 'infer', ready: 7, deferred: 4, active: 2, oldestSeconds: 12.5 },
        { queue: 'score', ready: 0, deferred: 0, active: 0, oldestSeconds: null },
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
    'gondola_queue_depth{queue="infer",state="ready"} 7',
    'gondola_queue_depth{queue="infer",state="deferred"} 4',
    'gondola_queue_depth{queue="infer",state="active"} 2',
    'gondola_queue_oldest_seconds{queue="infer"} 12.5',
    'gondola_queue_oldest_seconds{queue="score"} 0',
    'gondola_dead_letters_open{reason="PHOTO_CORRUPT"} 3',
    'gondola_drift_open 2',
  ]) {
    expect(lines).toContain(line);
  }
  const families = lines.filter((line) => line.startsWith('# TYPE')).map((line) => line.split(' ')[2]);
  expect(families.filter((name) => !/^(gondola|process|nodejs)_/.test(name ?? ''))).toEqual([]);
  expect(lines.join('\n')).not.toMatch(/target_info|command|argv|node_modules|otel_scope/);
});

test('a series that the database no longer has disappears from the next scrape', async () => {
  let now: FleetGauges = { ...empty, deadLettersOpen: [{ reason: 'PHOTO_EMPTY', count: 1 }] };
  const metrics = await start({ readFleetGauges: async () => now });
  expect(await scrape(metrics)).toContain('gondola_dead_letters_open{reason="PHOTO_EMPTY"} 1');
  now = empty;
  expect((await scrape(metrics)).join('\n')).not.toContain('gondola_dead_letters_open{');
});

test('while the database does not answer, gauges are absent and counters are exported', async () => {
  const errors: unknown[] = [];
  const down = new Error('the database is down');
  const metrics = await start({
    readFleetGauges: async () => {
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

test('a process says which build it is, since when it runs and what it uses', async () => {
  const page = (await scrape(await start())).join('\n');
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1]);
  expect(page).toMatch(/^gondola_build_info\{version="\d+\.\d+\.\d+",node="v24\..*"\} 1$/m);
  expect(read('process_cpu_seconds_total')).toBeGreaterThan(0);
  expect(page).toContain('# TYPE process_cpu_seconds_total counter');
  expect(read('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  expect(Math.abs(Date.now() / 1000 - process.uptime() - read('process_start_time_seconds'))).toBeLessThan(5);
  expect(read('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  if (process.platform === 'linux') expect(read('process_open_fds')).toBeGreaterThan(3);
});

test('other paths answer 404, other methods 405', async () => {
  const { port } = await start();
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(405);
});

test('stop frees the port, even while a scraper holds its connection open', async () => {
  const first = await createMetrics({ port: 0 });
  await scrape(first);
  await first.stop();
  const second = await start({ port: first.port });
  expect(second.port).toBe(first.port);
  await expect(createMetrics({ port: second.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a process without the fleet reader exports no gauge of the fleet', async () => {
  const page = (await scrape(await start())).join('\n');
  expect(page).not.toMatch(/gondola_(queue|dead_letters_open|drift|breaker|capture_conflicts)/);
});

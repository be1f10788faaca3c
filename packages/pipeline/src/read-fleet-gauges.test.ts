import { createTestDatabase } from '@gondola/db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { readFleetGauges } from './read-fleet-gauges.ts';
import { createMetrics } from './telemetry/metrics.ts';

const { db } = await createTestDatabase('fleet_gauges');
const metrics = await createMetrics({ port: 0, readFleetGauges: () => readFleetGauges(db) });
afterAll(() => metrics.stop());

test('the depth of a queue separates ready, deferred and active jobs, and only ready ones have an age', async () => {
  await db.execute(sql`
    insert into pgboss.job (name, state, start_after) values
      ('preprocess', 'created', now() - interval '90 seconds'),
      ('preprocess', 'retry', now() - interval '1 second'),
      ('preprocess', 'created', now() + interval '1 hour'),
      ('preprocess', 'active', now() - interval '1 day'),
      ('retry', 'created', now() + interval '1 hour'),
      ('retry', 'completed', now())`);
  const page = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();
  const lines = page.split('\n').map((line) => line.replace(/ \d{13}$/, ''));
  for (const line of [
    'gondola_queue_depth{queue="preprocess",state="ready"} 2',
    'gondola_queue_depth{queue="preprocess",state="deferred"} 1',
    'gondola_queue_depth{queue="preprocess",state="active"} 1',
    'gondola_queue_depth{queue="retry",state="ready"} 0',
    'gondola_queue_depth{queue="retry",state="deferred"} 1',
    'gondola_queue_oldest_seconds{queue="retry"} 0',
  ])
    expect(lines).toContain(line);
  const age = Number(/gondola_queue_oldest_seconds\{queue="preprocess"\} ([\d.]+)/.exec(page)?.[1]);
  expect(age).toBeGreaterThanOrEqual(90);
  expect(age).toBeLessThan(150);
});

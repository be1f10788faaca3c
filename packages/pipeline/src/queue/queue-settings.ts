import type { Queue } from 'pg-boss';

/**
 * What pg-boss keeps for every queue of ours. Its own defaults give a job up after two tries and throw it away
 * after 14 days; here neither may happen: the capture counts its own faults, and nothing expires by accident.
 */
export const queueSettings = {
  // A killed worker costs one of these; giving up is our own decision (runner/fault-limits.ts).
  retryLimit: 100_000,
  retryDelay: 1,
  retryBackoff: true,
  // A dependency that is back after an outage finds its work within a minute.
  retryDelayMax: 60,
  // The least that pg-boss takes: how soon a dead worker's job is seen, plus one monitor interval.
  heartbeatSeconds: 10,
  // No stage takes longer on the largest photo allowed; heartbeats see a dead worker much earlier.
  expireInSeconds: 300,
  // Ten years: a job that waits must not vanish.
  retentionSeconds: 10 * 365 * 86_400,
  // Finished jobs say nothing that the capture's history does not; keep the table small.
  deleteAfterSeconds: 3600,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;

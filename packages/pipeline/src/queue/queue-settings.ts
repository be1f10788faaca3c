import type { Queue } from 'pg-boss';

/**
 * Settings of every queue. The defaults of pg-boss abandon a job after two attempts and delete it after 14 days. Neither is
 * acceptable here: the capture counts its own faults, and no job may expire.
 */
export const queueSettings = {
  // A killed worker costs one retry. The real limit is in fault-limits.ts.
  retryLimit: 100_000,
  retryDelay: 1,
  retryBackoff: true,
  // After an outage of a dependency, work resumes within a minute.
  retryDelayMax: 60,
  // The minimum of pg-boss. The job of a dead worker is detected after this time plus one monitor interval.
  heartbeatSeconds: 10,
  // No stage takes longer on the largest allowed photo; heartbeats detect a dead worker much earlier.
  expireInSeconds: 300,
  // Ten years: a waiting job must not be deleted.
  retentionSeconds: 10 * 365 * 86_400,
  // Finished jobs add no information to the capture's history, so they are deleted early to limit the table.
  deleteAfterSeconds: 3600,
  notify: true,
} as const satisfies Omit<Queue, 'name'>;

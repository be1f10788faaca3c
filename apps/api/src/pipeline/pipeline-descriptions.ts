import type { Descriptions } from '../graphql/descriptions/describe-schema.ts';

export const pipelineDescriptions = {
  PipelineSummary: 'Counts over all stores, as they are now.',
  'PipelineSummary.states': 'One entry for each state, also for 0.',
  'PipelineSummary.scoredLastHour': 'The number of captures that were scored within the last 60 minutes.',
  'PipelineSummary.driftOpen': 'The number of captures that wait for a planogram version.',
  'PipelineSummary.deadLettersOpen': 'The number of dead letters that are not resolved.',
  StateCount: 'How many captures are in one state.',
  'StateCount.state': 'The counted state.',
  'StateCount.count': 'The number of captures.',
  'Query.queues': 'The job queues of the workers, counted by the database now.',
  Queue: 'A job queue of the workers.',
  'Queue.name': 'The kind of work.',
  QueueName: 'A kind of work that waits in a queue.',
  'QueueName.PREPROCESS': 'Photos to fetch, decode and measure.',
  'QueueName.RETRY': 'Photos to check again later.',
  'QueueName.INFER': 'Photos in which the tiers look for products.',
  'QueueName.SCORE': 'Detections to compare with the planogram.',
  'QueueName.REPROCESS': 'Batches to continue.',
  'Queue.ready': 'The number of jobs that a worker can start now.',
  'Queue.active': 'The number of jobs that workers are processing.',
  'Queue.oldestSeconds': 'How long the oldest ready job has waited, in seconds; null when none is ready.',
} satisfies Descriptions;

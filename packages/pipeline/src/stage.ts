import type {
  CaptureState,
  capture,
  Database,
  DeadLetterReason,
  DeadLetterStage,
  Transaction,
} from '@gondola/db';
import type { Next, WorkingState } from './lifecycle.ts';
import type { CaptureQueue } from './queue/capture-queue.ts';
import type { QueueName } from './queue/queue-names.ts';

/** Facts kept with a move in the capture's history: numbers, flags, short texts. */
export type Facts = Record<string, unknown>;

/**
 * The three endings of a stage's work; faults are thrown, never returned.
 * `advance` goes on with a result, `hold` waits for a person or for later, `reject` sets the capture aside.
 */
export type Outcome<To extends CaptureState, Result, Held> =
  | Advance<To, Result>
  | Hold<To, Held>
  | Reject<Held>;

export interface Reject<Held> {
  kind: 'reject';
  reason: DeadLetterReason;
  message: string;
  facts: Facts;
  /** What is worth keeping of it all the same. */
  held?: Held;
}

export interface Advance<To extends CaptureState, Result> {
  kind: 'advance';
  to: To;
  reason: string;
  result: Result;
  facts: Facts;
}

export interface Hold<To extends CaptureState, Held> {
  kind: 'hold';
  to: To;
  reason: string;
  held: Held;
  facts: Facts;
  /** When a stage looks again; 0 where a person decides. */
  delaySeconds: number;
}

/** The capture's own columns that a move writes beside its state. */
export type CaptureColumns = Partial<typeof capture.$inferInsert>;

/** A stage of the pipeline as its page shows it. The type parameters tie its parts together. */
export interface StageDefinition<From extends WorkingState, Input, Result, Held, Tools> {
  name: Exclude<DeadLetterStage, 'intake'>;
  from: readonly From[];
  /** How many jobs of a queue one worker works on at once. */
  concurrency: Partial<Record<QueueName, number>>;
  /** Reads what the work needs; null when there is nothing to do yet. */
  load(db: Database, captureId: string): Promise<Input | null>;
  /** The work itself, outside any transaction. Knows neither queue nor database. */
  run(input: Input, tools: Tools, signal: AbortSignal): Promise<Outcome<Next<From>, Result, Held>>;
  /** Writes the result inside the transaction of the move; the queue is for other captures that it concerns. */
  save(tx: Transaction, captureId: string, result: Result, queue: CaptureQueue): Promise<CaptureColumns>;
  hold(tx: Transaction, captureId: string, held: Held): Promise<CaptureColumns>;
  /** Writes what a rejected capture keeps. */
  reject?(tx: Transaction, captureId: string, held: Held): Promise<CaptureColumns>;
}

/** A stage whose inner types are closed over: what the runner sees. */
export interface Stage<Tools> {
  name: Exclude<DeadLetterStage, 'intake'>;
  from: readonly WorkingState[];
  concurrency: Partial<Record<QueueName, number>>;
  work(db: Database, captureId: string, tools: Tools, signal: AbortSignal): Promise<Finished | null>;
}

/** A stage's outcome with the writes that belong to it. */
export type Finished =
  | {
      kind: 'move';
      to: CaptureState;
      reason: string;
      facts: Facts;
      delaySeconds: number;
      write(tx: Transaction, queue: CaptureQueue): Promise<CaptureColumns>;
    }
  | {
      kind: 'reject';
      reason: DeadLetterReason;
      message: string;
      facts: Facts;
      write?(tx: Transaction): Promise<CaptureColumns>;
    };

/** Ties a stage's move, work and writes together: what does not fit does not compile. */
export function stage<From extends WorkingState, Input, Result, Held, Tools>(
  definition: StageDefinition<From, Input, Result, Held, Tools>,
): Stage<Tools> {
  const { name, from, concurrency } = definition;
  return {
    name,
    from,
    concurrency,
    async work(db, captureId, tools, signal) {
      const input = await definition.load(db, captureId);
      if (input === null) return null;
      const outcome = await definition.run(input, tools, signal);
      switch (outcome.kind) {
        case 'advance': {
          const { to, reason, facts, result } = outcome;
          const write = (tx: Transaction, queue: CaptureQueue) =>
            definition.save(tx, captureId, result, queue);
          return { kind: 'move', to, reason, facts, delaySeconds: 0, write };
        }
        case 'hold': {
          const { to, reason, facts, delaySeconds, held } = outcome;
          const write = (tx: Transaction) => definition.hold(tx, captureId, held);
          return { kind: 'move', to, reason, facts, delaySeconds, write };
        }
        case 'reject': {
          const { held, ...rejected } = outcome;
          if (held === undefined || !definition.reject) return rejected;
          const keep = definition.reject;
          return { ...rejected, write: (tx: Transaction) => keep(tx, captureId, held) };
        }
      }
    },
  };
}

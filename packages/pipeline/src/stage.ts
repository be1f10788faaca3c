import type {
  CaptureState,
  capture,
  Database,
  DeadLetterReason,
  DeadLetterStage,
  MessageParams,
  Transaction,
} from '@gondola/db';
import type { Next, WorkingState } from './lifecycle.ts';
import type { CaptureQueue } from './queue/capture-queue.ts';
import type { QueueName } from './queue/queue-names.ts';

/** Facts recorded with a move in the history of the capture: numbers, flags, short texts. */
export type Facts = Record<string, unknown>;

/**
 * The three outcomes of a stage's work; faults are thrown, never returned. `advance` continues with a result, `hold`
 * waits for a person or a later attempt, `reject` dead-letters the capture.
 */
export type Outcome<To extends CaptureState, Result, Held> =
  | Advance<To, Result>
  | Hold<To, Held>
  | Reject<Held>;

export interface Reject<Held> {
  kind: 'reject';
  reason: DeadLetterReason;
  /** Values for the message about the reason. */
  params: MessageParams;
  facts: Facts;
  /** Data that is saved although the capture is rejected. */
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
  /** Delay until the next attempt; 0 when a person decides. */
  delaySeconds: number;
}

/** The columns of the capture that a move writes together with its state. */
export type CaptureColumns = Partial<typeof capture.$inferInsert>;

/** A stage of the pipeline as `pipeline.ts` defines it. The type parameters ensure that its parts fit together. */
export interface StageDefinition<From extends WorkingState, Claim, Input, Result, Held, Tools> {
  name: Exclude<DeadLetterStage, 'intake'>;
  from: readonly From[];
  /** Number of jobs of each queue that one worker processes concurrently. */
  concurrency: Partial<Record<QueueName, number>>;
  /**
   * Records a decision that precedes the work, in a transaction of its own, and returns it; null when there is nothing
   * to do. A stage without a claim writes nothing before its work.
   */
  claim?(db: Database, captureId: string): Promise<Claim | null>;
  /** Reads the input of the work; null when there is nothing to do yet. */
  load(db: Database, captureId: string, claim: Claim): Promise<Input | null>;
  /** Does the work outside any transaction, without queue or database. */
  run(input: Input, tools: Tools, signal: AbortSignal): Promise<Outcome<Next<From>, Result, Held>>;
  /**
   * Writes the result in the transaction of the move. `queue` serves moves of other captures that the result affects.
   */
  save(tx: Transaction, captureId: string, result: Result, queue: CaptureQueue): Promise<CaptureColumns>;
  hold(tx: Transaction, captureId: string, held: Held): Promise<CaptureColumns>;
  /** Saves the data of a rejected capture. */
  reject?(tx: Transaction, captureId: string, held: Held): Promise<CaptureColumns>;
}

/** A stage as the runner sees it, without its inner types. */
export interface Stage<Tools> {
  name: Exclude<DeadLetterStage, 'intake'>;
  from: readonly WorkingState[];
  concurrency: Partial<Record<QueueName, number>>;
  work(db: Database, captureId: string, tools: Tools, signal: AbortSignal): Promise<Finished | null>;
}

/** The outcome of a stage together with its writes. */
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
      params: MessageParams;
      facts: Facts;
      write?(tx: Transaction): Promise<CaptureColumns>;
    };

/** Combines the claim, work and writes of a stage; parts that do not fit together do not compile. */
export function stage<From extends WorkingState, Claim, Input, Result, Held, Tools>(
  definition: StageDefinition<From, Claim, Input, Result, Held, Tools>,
): Stage<Tools> {
  const { name, from, concurrency } = definition;
  return {
    name,
    from,
    concurrency,
    async work(db, captureId, tools, signal) {
      const claim = await runClaim(definition, db, captureId);
      if (claim === null) return null;
      const input = await definition.load(db, captureId, claim.value);
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
          const saveRejected = definition.reject;
          return { ...rejected, write: (tx: Transaction) => saveRejected(tx, captureId, held) };
        }
      }
    },
  };
}

/**
 * Runs the claim of a definition. Without a claim the value is `undefined`, the only value that the type of `load`
 * accepts then.
 */
async function runClaim<Claim>(
  { claim }: { claim?(db: Database, captureId: string): Promise<Claim | null> },
  db: Database,
  captureId: string,
): Promise<{ value: Claim } | null> {
  if (!claim) return { value: undefined as Claim };
  const value = await claim(db, captureId);
  return value === null ? null : { value };
}

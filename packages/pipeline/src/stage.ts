import type { CaptureState, DeadLetterReason, DeadLetterStage } from '@gondola/db';
import type { Next, WorkingState } from './lifecycle.ts';

/** Facts kept with a move in the capture's history: numbers, flags, short texts. */
export type Facts = Record<string, unknown>;

/**
 * The three endings of a stage's work. Faults are thrown, never returned.
 * `advance` goes on with a result, `hold` waits for a person or for later, `reject` sets the capture aside.
 */
export type Outcome<To extends CaptureState, Result, Held> =
  | { kind: 'advance'; to: To; reason: string; result: Result; facts: Facts }
  | { kind: 'hold'; to: To; reason: string; held: Held; facts: Facts; delayMs: number | null }
  | { kind: 'reject'; reason: DeadLetterReason; message: string; facts: Facts };

/**
 * One stage of the pipeline. `load` reads what the work needs, `run` works outside any transaction,
 * `save` writes the result inside the transaction of the move. Null from `load`: nothing to do yet, end quietly.
 */
export interface Stage<From extends WorkingState, Input, Result, Held, Tools, Tx, Db> {
  readonly name: DeadLetterStage;
  readonly from: readonly From[];
  load(db: Db, captureId: string): Promise<Input | null>;
  run(input: Input, tools: Tools, signal: AbortSignal): Promise<Outcome<Next<From>, Result, Held>>;
  save(
    tx: Tx,
    captureId: string,
    outcome: Exclude<Outcome<Next<From>, Result, Held>, { kind: 'reject' }>,
  ): Promise<void>;
}

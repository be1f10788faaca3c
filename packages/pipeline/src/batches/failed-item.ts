import { Fault } from '../fault.ts';
import type { ItemEnding } from './finish-items.ts';

export const failed = (captureId: string, error: unknown): ItemEnding => ({
  captureId,
  state: 'FAILED',
  failure: error instanceof Fault ? error.code : 'STAGE_FAILED',
  message: error instanceof Error ? error.message : String(error),
});

import type { ReactNode } from 'react';
import type { NewBatchScope } from './batch-scope.ts';

export interface NewBatchRequest {
  scope: NewBatchScope;
  opened: boolean;
  close: () => void;
}

/** Renders the dialog that starts a batch; pages pass it to features, which do not know each other. */
export type NewBatchSlot = (request: NewBatchRequest) => ReactNode;

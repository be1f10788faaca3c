import type { DeadLetterCause } from '../../apps/web/src/labels/dead-letter-sentence.ts';

const errors = 'userErrors { message }';
const mutation = (field: string, input: string, selection: string) =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { ${selection} ${errors} } }`;

export const storeCreate = mutation('storeCreate', 'StoreCreateInput', 'store { id }');
export const deviceKeyCreate = mutation('deviceKeyCreate', 'DeviceKeyCreateInput', 'secret');
export const planogramImport = mutation(
  'planogramImport',
  'PlanogramImportInput',
  'problems { path message } notes',
);
export const planogramVersionActivate = mutation(
  'planogramVersionActivate',
  'PlanogramVersionActivateInput',
  'bay { id }',
);
export const captureUploadCreate = mutation(
  'captureUploadCreate',
  'CaptureUploadCreateInput',
  'uploadId url',
);
export const captureSubmit = mutation(
  'captureSubmit',
  'CaptureSubmitInput',
  'results { outcome capture { id } problems { message } }',
);

export const capture = `query ($id: ID!) { capture(id: $id) {
  id state receivedAt
  planogramVersion { label }
  history { toState reason facts at }
  deadLetter { reason params problems { message } }
  currentScore {
    score strictRate coverage tier modelId unscoredReason
    verdicts {
      positionId verdict confidence box reason facingsPlanned facingsSeen
      expected { sku name } seen { sku name }
    }
  } } }`;

interface ProductAnswer {
  sku: string;
  name: string;
}

export interface VerdictAnswer {
  positionId: string | null;
  verdict: string;
  confidence: number;
  box: [number, number, number, number] | null;
  reason: string;
  facingsPlanned: number;
  facingsSeen: number | null;
  expected: ProductAnswer | null;
  seen: ProductAnswer | null;
}

export interface CaptureAnswer {
  id: string;
  state: string;
  receivedAt: string;
  planogramVersion: { label: string } | null;
  history: { toState: string; reason: string; facts: Record<string, unknown>; at: string }[];
  deadLetter: DeadLetterCause | null;
  currentScore: {
    score: number | null;
    strictRate: number | null;
    coverage: number;
    tier: number;
    modelId: string;
    unscoredReason: string | null;
    verdicts: VerdictAnswer[];
  } | null;
}

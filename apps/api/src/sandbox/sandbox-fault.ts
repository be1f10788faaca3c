/** Providers whose protocols the sandbox cloud speaks. */
export const sandboxProviders = ['rekognition', 'vertex', 'kserve'] as const;
export type SandboxProvider = (typeof sandboxProviders)[number];

/** Faults that a person can set; the sandbox knows more of them than a demo needs. */
export const sandboxFaults = ['DOWN', 'THROTTLING', 'HANGING', 'BROKEN_ANSWERS'] as const;
export type SandboxFault = (typeof sandboxFaults)[number];

/** Long enough to be seen on a screen that is refreshed every few seconds, short enough to wait for. */
const throttledSeconds = 20;

/** What is put to the sandbox for each of them. */
export const faultBodies: Record<SandboxFault, { kind: string; retryAfterSeconds?: number }> = {
  DOWN: { kind: 'unavailable' },
  THROTTLING: { kind: 'throttled', retryAfterSeconds: throttledSeconds },
  HANGING: { kind: 'hang' },
  BROKEN_ANSWERS: { kind: 'broken-json' },
};

/** Which of ours a fault of the sandbox is; null for another one, which somebody set elsewhere. */
export const faultOfKind = (kind: string): SandboxFault | null =>
  sandboxFaults.find((fault) => faultBodies[fault].kind === kind) ?? null;

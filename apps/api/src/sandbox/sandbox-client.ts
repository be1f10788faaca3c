import { z } from 'zod';
import { faultBodies, type SandboxFault, type SandboxProvider, sandboxProviders } from './sandbox-fault.ts';

/** It is on this machine, which may be busy: what takes longer is not there. */
const answerTimeoutMs = 10_000;

const providerSchema = z.object({
  calls: z.number().int(),
  fault: z.object({ kind: z.string() }).nullable(),
  isOn: z.boolean(),
});
const providersSchema = z.record(z.enum(sandboxProviders), providerSchema);
const stateSchema = z.object({ providers: providersSchema });

export interface SandboxProviderState {
  provider: SandboxProvider;
  /** Since the sandbox was started. */
  calls: number;
  /** In the sandbox's own word; null when none is set. */
  fault: string | null;
  /** A fault that comes and goes by a schedule is on at the moment. */
  isOn: boolean;
}

/** The control of a sandbox cloud. Both reject with a SandboxAway when it does not answer, or not as a sandbox does. */
export interface SandboxClient {
  url: string;
  read(): Promise<SandboxProviderState[]>;
  /** Null ends the fault. */
  setFault(provider: SandboxProvider, fault: SandboxFault | null): Promise<SandboxProviderState[]>;
}

/** The message is for people. */
export class SandboxAway extends Error {
  override readonly name = 'SandboxAway';
}

export function openSandboxClient(url: string): SandboxClient {
  async function ask<T extends z.ZodType>(path: string, schema: T, init: RequestInit): Promise<z.output<T>> {
    const away = (what: string, cause?: unknown) =>
      new SandboxAway(`The sandbox cloud at ${url} ${what}.`, { cause });
    const signal = AbortSignal.timeout(answerTimeoutMs);
    const response = await fetch(new URL(path, url), { ...init, redirect: 'error', signal }).catch(
      (cause: unknown) => {
        throw away('does not answer: is its process running?', cause);
      },
    );
    const text = await response.text().catch((cause: unknown) => {
      throw away('broke off its answer', cause);
    });
    if (!response.ok) throw away(`answered ${response.status}: ${text.slice(0, 200)}`);
    const parsed = schema.safeParse(jsonOf(text));
    if (!parsed.success) throw away('did not answer as a sandbox cloud does', parsed.error);
    return parsed.data;
  }
  return {
    url,
    read: async () => statesOf((await ask('/sandbox', stateSchema, {})).providers),
    setFault: async (provider, fault) =>
      statesOf(
        await ask('/sandbox/faults', providersSchema, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ [provider]: fault === null ? null : faultBodies[fault] }),
        }),
      ),
  };
}

const statesOf = (providers: z.output<typeof providersSchema>): SandboxProviderState[] =>
  sandboxProviders.map((provider) => {
    const { calls, fault, isOn } = providers[provider];
    return { provider, calls, fault: fault?.kind ?? null, isOn };
  });

/** Undefined for what is no JSON, which fits no schema. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

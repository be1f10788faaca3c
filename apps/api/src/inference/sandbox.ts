import { builder } from '../graphql/builder.ts';
import { SandboxAway, type SandboxClient, type SandboxProviderState } from '../sandbox/sandbox-client.ts';
import { faultOfKind, type SandboxProvider, sandboxFaults } from '../sandbox/sandbox-fault.ts';

const providerNames = {
  REKOGNITION: { value: 'rekognition' },
  VERTEX: { value: 'vertex' },
  KSERVE: { value: 'kserve' },
} as const satisfies Record<Uppercase<SandboxProvider>, { value: SandboxProvider }>;
export const SandboxProviderNameEnum = builder.enumType('SandboxProviderName', { values: providerNames });

export const SandboxFaultEnum = builder.enumType('SandboxFault', {
  description: 'A fault that a provider of the sandbox cloud can imitate.',
  values: sandboxFaults,
});

const SandboxProviderObject = builder.objectRef<SandboxProviderState>('SandboxProvider').implement({
  fields: (t) => ({
    provider: t.expose('provider', { type: SandboxProviderNameEnum }),
    calls: t.exposeInt('calls', { description: 'The number of calls since the sandbox was started.' }),
    fault: t.exposeString('fault', {
      nullable: true,
      description: 'The fault in the terms of the sandbox, such as `unavailable`; null while none is set.',
    }),
    setFault: t.field({
      type: SandboxFaultEnum,
      nullable: true,
      description: 'The fault, when `sandboxFaultSet` can set it; null otherwise.',
      resolve: ({ fault }) => (fault === null ? null : faultOfKind(fault)),
    }),
    isOn: t.exposeBoolean('isOn', {
      description: 'True while calls fail. False without a fault, and in the pauses of an intermittent one.',
    }),
  }),
});

export interface SandboxShape {
  url: string;
  problem: string | null;
  providers: SandboxProviderState[];
}

export const Sandbox = builder.objectRef<SandboxShape>('Sandbox').implement({
  description: 'The sandbox cloud of development and the demo, whose providers can be made to fail.',
  fields: (t) => ({
    url: t.exposeString('url'),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why the sandbox cannot be reached, as a sentence for people; null when it answered.',
    }),
    providers: t.expose('providers', {
      type: [SandboxProviderObject],
      description: 'The imitated providers; empty while there is a problem.',
    }),
  }),
});

builder.queryField('sandbox', (t) =>
  t.field({
    type: Sandbox,
    nullable: true,
    description: 'The sandbox cloud; null when none is configured, as in production.',
    authScopes: { may: 'inferenceRead' },
    resolve: (_root, _args, { sandbox }) => (sandbox === null ? null : readSandbox(sandbox)),
  }),
);

async function readSandbox(client: SandboxClient): Promise<SandboxShape> {
  const { url } = client;
  try {
    return { url, problem: null, providers: await client.read() };
  } catch (error) {
    if (error instanceof SandboxAway) return { url, problem: error.message, providers: [] };
    throw error;
  }
}

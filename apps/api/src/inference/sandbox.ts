import { builder } from '../builder.ts';
import { SandboxAway, type SandboxClient, type SandboxProviderState } from '../sandbox/sandbox-client.ts';
import { faultOfKind, type SandboxProvider, sandboxFaults } from '../sandbox/sandbox-fault.ts';

const providerNames = {
  REKOGNITION: { value: 'rekognition' },
  VERTEX: { value: 'vertex' },
  KSERVE: { value: 'kserve' },
} as const satisfies Record<Uppercase<SandboxProvider>, { value: SandboxProvider }>;
export const SandboxProviderNameEnum = builder.enumType('SandboxProviderName', { values: providerNames });

export const SandboxFaultEnum = builder.enumType('SandboxFault', {
  description:
    'DOWN: 503. THROTTLING: 429 or the provider’s own word for it, with Retry-After. HANGING: no answer. BROKEN_ANSWERS: 200 with half a JSON.',
  values: sandboxFaults,
});

const SandboxProviderObject = builder.objectRef<SandboxProviderState>('SandboxProvider').implement({
  fields: (t) => ({
    provider: t.expose('provider', { type: SandboxProviderNameEnum }),
    calls: t.exposeInt('calls', { description: 'Since the sandbox was started.' }),
    fault: t.exposeString('fault', {
      nullable: true,
      description: 'In the sandbox’s own word, such as `unavailable`; null while none is set.',
    }),
    setFault: t.field({
      type: SandboxFaultEnum,
      nullable: true,
      description: 'The same where it is one that can be set here.',
      resolve: ({ fault }) => (fault === null ? null : faultOfKind(fault)),
    }),
    isOn: t.exposeBoolean('isOn', {
      description: 'False while none is set, and in the pauses of one that comes and goes.',
    }),
  }),
});

export interface SandboxShape {
  url: string;
  problem: string | null;
  providers: SandboxProviderState[];
}

export const Sandbox = builder.objectRef<SandboxShape>('Sandbox').implement({
  description: 'The sandbox cloud of development and the demo, whose providers fail when they are told to.',
  fields: (t) => ({
    url: t.exposeString('url'),
    problem: t.exposeString('problem', {
      nullable: true,
      description: 'Why nothing can be told of it at the moment, for people; null when it answered.',
    }),
    providers: t.expose('providers', {
      type: [SandboxProviderObject],
      description: 'None while there is a problem.',
    }),
  }),
});

builder.queryField('sandbox', (t) =>
  t.field({
    type: Sandbox,
    nullable: true,
    description: 'Null where none is configured: always so in production.',
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

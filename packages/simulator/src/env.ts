import { join } from 'node:path';
import { z } from 'zod';

const variables = z.object({
  API_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
  GONDOLA_DATA_DIR: z.string().min(1).default('.gondola'),
  /** Address of the web app: sign-in accepts requests of that origin only. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT_WEB: z.coerce.number().int().min(0).max(65_535).default(3000),
  DEMO_EMAIL: z.email().default('admin@demo.gondola.local'),
  DEMO_PASSWORD: z.string().min(1),
  /** A capture takes about a second of one core to draw. */
  DEMO_CAPTURES_PER_MINUTE: z.coerce.number().positive().max(600).default(20),
  /** A sandbox cloud with which each photo is registered. */
  SANDBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
  GONDOLA_STOP_WITH_PARENT: z
    .enum(['0', '1', 'true', 'false'])
    .transform((word) => word === '1' || word === 'true')
    .default(false),
});

const sandboxVariables = z.object({
  PORT_SANDBOX: z.coerce.number().int().min(0).max(65_535).default(4700),
  GONDOLA_STOP_WITH_PARENT: variables.shape.GONDOLA_STOP_WITH_PARENT,
});

/** The simulator's configuration. */
export interface SimulatorEnv {
  apiUrl: string;
  webOrigin: string;
  stateFile: string;
  demoEmail: string;
  demoPassword: string;
  capturesPerMinute: number;
  sandboxUrl: string | undefined;
  /** Ends this process when standard input closes, which means that its parent has ended. */
  stopWithParent: boolean;
}

/** Reads the environment. Throws one error that names every problem. */
export function readEnv(source: Record<string, string | undefined> = process.env): SimulatorEnv {
  const env = parse(variables, source);
  return {
    apiUrl: env.API_URL,
    webOrigin:
      env.PUBLIC_URL === undefined ? `http://localhost:${env.PORT_WEB}` : new URL(env.PUBLIC_URL).origin,
    stateFile: join(env.GONDOLA_DATA_DIR, 'simulator.json'),
    demoEmail: env.DEMO_EMAIL,
    demoPassword: env.DEMO_PASSWORD,
    capturesPerMinute: env.DEMO_CAPTURES_PER_MINUTE,
    sandboxUrl: env.SANDBOX_URL,
    stopWithParent: env.GONDOLA_STOP_WITH_PARENT,
  };
}

/** Reads the sandbox cloud's environment. Throws one error that names every problem. */
export function readSandboxEnv(source: Record<string, string | undefined> = process.env): {
  port: number;
  stopWithParent: boolean;
} {
  const env = parse(sandboxVariables, source);
  return { port: env.PORT_SANDBOX, stopWithParent: env.GONDOLA_STOP_WITH_PARENT };
}

function parse<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>): z.output<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment does not fit the simulator:\n${lines.join('\n')}`);
}

import { randomBytes } from 'node:crypto';
import type { ObjectStore } from '../objects/object-store.ts';
import { openObjectStore } from '../objects/open-object-store.ts';
import type { ProbeReport } from './probe-report.ts';

interface Step {
  /** What is tried, and the right that it needs. */
  what: string;
  right: string;
  run(store: ObjectStore): Promise<unknown>;
}

/**
 * Stores, reads and deletes one small object of random bytes, and asks for one that is absent: all that Gondola does with a
 * bucket. Stops at the first step that fails.
 */
export async function probeObjectStore(spec: string): Promise<ProbeReport> {
  if (!spec.startsWith('s3:'))
    return {
      works: false,
      lines: ['Photos are not kept in a bucket: OBJECT_STORE does not begin with s3://.'],
    };
  const lines: string[] = [];
  try {
    const store = openObjectStore(spec);
    for (const { what, right, run } of stepsOf()) {
      try {
        await run(store);
        lines.push(`ok: ${what}`);
      } catch (fault) {
        return {
          works: false,
          lines: [...lines, `failed: ${what}`, messageOf(fault), adviceFor(fault, right)],
        };
      }
    }
    return { works: true, lines };
  } catch (fault) {
    return { works: false, lines: [messageOf(fault), 'Check OBJECT_STORE.'] };
  }
}

function stepsOf(): Step[] {
  const bytes = randomBytes(64);
  let stored = '';
  return [
    { what: 'find the bucket', right: 's3:ListBucket', run: (store) => store.probe() },
    {
      what: 'store an object',
      right: 's3:PutObject',
      run: async (store) => {
        stored = (await store.put(bytes)).sha256;
      },
    },
    {
      what: 'read it back, unchanged',
      right: 's3:GetObject',
      run: async (store) => {
        if ((await store.get(stored)) === null)
          throw new Error('The object that was just stored is not there.');
      },
    },
    {
      what: 'learn that another object is absent',
      right: 's3:ListBucket',
      run: (store) => store.get(randomBytes(32).toString('hex')),
    },
    { what: 'delete the object', right: 's3:DeleteObject', run: (store) => store.delete(stored) },
  ];
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

interface SdkError {
  name?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

const credentials =
  'Check the credentials: AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY, a profile, or the role of this machine.';
const unreachable = 'Check the endpoint in OBJECT_STORE, and the network between this machine and it.';

/** By the name of the SDK's error or the code of the network's. */
const adviceByName: Record<string, string> = {
  InvalidAccessKeyId: credentials,
  SignatureDoesNotMatch: credentials,
  ExpiredToken: credentials,
  CredentialsProviderError: credentials,
  RequestTimeTooSkewed: 'Set the clock of this machine.',
  NoSuchBucket: 'The bucket does not exist. Check its name in OBJECT_STORE, or create it.',
  PermanentRedirect: 'The bucket is in another region. Check region= in OBJECT_STORE.',
  TimeoutError: unreachable,
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
};

/** An answer to HEAD has a status but no name. */
const adviceByStatus: Record<number, string | undefined> = {
  301: adviceByName.PermanentRedirect,
  404: adviceByName.NoSuchBucket,
};

function adviceFor(fault: unknown, right: string): string {
  const { name = '', code = '', $metadata } = ((fault as Error).cause ?? {}) as SdkError;
  const status = $metadata?.httpStatusCode ?? 0;
  const known = adviceByName[name] ?? adviceByName[code] ?? adviceByStatus[status];
  if (known) return known;
  if (status === 401 || status === 403)
    return `The credentials lack the right ${right}, or are not valid. ${credentials}`;
  return `Check OBJECT_STORE (docs/operations/object-store.md). The step needs the right ${right}.`;
}

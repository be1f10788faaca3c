import { parseArgs } from 'node:util';
import { type FaultsJson, faultKinds, faultsSchema, providers } from './fault.ts';

export const usage = `node packages/simulator/src/cloud-main.ts                                  runs the sandbox cloud
node packages/simulator/src/cloud-main.ts state                            prints the faults that are set and the counts of calls
node packages/simulator/src/cloud-main.ts fault PROVIDER FAULT [options]   switches a fault on; FAULT "none" ends it

PROVIDER: ${providers.join(', ')}, all
FAULT:    ${faultKinds.join(', ')}, none
options:  --retry-after SECONDS   with throttled, unavailable and error-500
          --retry-after-date      ... sent as a date
          --slow-ms MS            with slow
          --share 0..1            of the calls; 0.5 is every other one
          --on SECONDS --off SECONDS   failing and answering by turns
`;

/**
 * Reads the arguments after `fault`.
 * @throws Error with a sentence for the operator.
 */
export function readFaultCommand(args: string[]): FaultsJson {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'retry-after': { type: 'string' },
      'retry-after-date': { type: 'boolean' },
      'slow-ms': { type: 'string' },
      share: { type: 'string' },
      on: { type: 'string' },
      off: { type: 'string' },
    },
  });
  const [provider, kind, ...more] = positionals;
  if (provider === undefined || kind === undefined || more.length > 0)
    throw new Error('A provider and a fault are needed.');
  const number = (name: 'retry-after' | 'slow-ms' | 'share' | 'on' | 'off', field: string) =>
    values[name] === undefined ? {} : { [field]: Number(values[name]) };
  const fault =
    kind === 'none'
      ? null
      : {
          kind,
          ...number('retry-after', 'retryAfterSeconds'),
          ...(values['retry-after-date'] ? { retryAfterAs: 'date' } : {}),
          ...number('slow-ms', 'slowMs'),
          ...number('share', 'share'),
          ...number('on', 'onSeconds'),
          ...number('off', 'offSeconds'),
        };
  const named = provider === 'all' ? providers : [provider];
  const faults: unknown = Object.fromEntries(named.map((each) => [each, fault]));
  const parsed = faultsSchema.safeParse(faults);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map((i) => `${i.path.join(' ')}: ${i.message}`).join('\n'));
  return parsed.data;
}

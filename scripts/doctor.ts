/** `npm run doctor -- --probe tier1|s3`: makes one cheap real call with the configured settings and says what is wrong. */
import { parseArgs } from 'node:util';
import { type ProbeReport, probeObjectStore, probeTier1, readTierVariables } from '@gondola/pipeline/probe';

const probes: Record<string, () => Promise<ProbeReport>> = {
  tier1: async () => probeTier1(readTierVariables(process.env)),
  s3: () => probeObjectStore(process.env.OBJECT_STORE ?? ''),
};

const usage = `npm run doctor -- --probe ${Object.keys(probes).join('|')}

Makes one small real call with the settings of the environment and .env, and says what is wrong. A provider may charge for it.
--probe tier1  sends a test picture to the model that TIER1_PROVIDER names
--probe s3     stores, reads and deletes a small object in the bucket that OBJECT_STORE names
--probe may be given several times.`;

const chosen = readProbes(process.argv.slice(2));
if (chosen === null) {
  console.error(usage);
  process.exit(2);
}
for (const name of chosen) {
  const { works, lines } = await (probes[name]?.() ?? Promise.resolve({ works: false, lines: [] })).catch(
    (fault: unknown) => ({ works: false, lines: [fault instanceof Error ? fault.message : String(fault)] }),
  );
  console.log(
    `${name}: ${works ? 'works' : 'does not work'}\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
  if (!works) process.exitCode = 1;
}

/** Returns the probes that the command line names; null when it names none or an unknown one. */
function readProbes(args: string[]): string[] | null {
  try {
    const { values } = parseArgs({ args, options: { probe: { type: 'string', multiple: true } } });
    const names = values.probe ?? [];
    return names.length > 0 && names.every((name) => Object.hasOwn(probes, name)) ? names : null;
  } catch {
    return null;
  }
}

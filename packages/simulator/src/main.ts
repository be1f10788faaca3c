import { setTimeout as wait } from 'node:timers/promises';
import { registerPhoto } from './cloud/register-photo.ts';
import { readEnv } from './env.ts';
import { demoFaultRates, demoOpening } from './fleet/capture-plan.ts';
import { createFleet, type Fleet } from './fleet/fleet.ts';
import { readState } from './fleet/set-up-state.ts';
import { setUpReferenceImages, setUpWorld } from './fleet/set-up-world.ts';
import { signIn } from './fleet/sign-in.ts';
import { type SimulatorLog, writeLog } from './fleet/simulator-log.ts';
import { demoWorld } from './world/demo-world.ts';

/** Captures without a pause at the start, so that the dashboard shows data within seconds. */
const atOnce = demoOpening.length;
/** Interval of the log line that compares the scores with the truth. */
const reportEveryMs = 5 * 60_000;

/** A photo that is being drawn is dropped: no part of it has reached the API. */
const stopGraceMs = 1_000;

const env = readEnv();
const log = writeLog(process.stderr);
const stopping = new AbortController();
const { signal } = stopping;
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort());
signal.addEventListener('abort', () => setTimeout(() => process.exit(), stopGraceMs));
if (env.stopWithParent) {
  process.stdin.once('end', () => stopping.abort());
  process.stdin.once('close', () => stopping.abort());
  process.stdin.resume();
}

try {
  await simulate();
} catch (fault) {
  if (!signal.aborted) {
    log.error(
      { err: { message: fault instanceof Error ? fault.message : String(fault) } },
      'simulator failed',
    );
    process.exitCode = 1;
  }
}
// Standard input would keep the process alive.
process.exit();

async function simulate(): Promise<void> {
  await waitForApi(env.apiUrl);
  const world = demoWorld();
  const admin = await signIn(
    env.apiUrl,
    { email: env.demoEmail, password: env.demoPassword, origin: env.webOrigin },
    signal,
  );
  const ready = new Set<string>();
  const setUp = {
    apiUrl: env.apiUrl,
    world,
    admin,
    state: await readState(env.stateFile, env.apiUrl),
    stateFile: env.stateFile,
    log,
    signal,
    onReady: (label: string) => void ready.add(label),
  };
  const deviceKeys = await setUpWorld(setUp);
  const { sandboxUrl } = env;
  const fleet = createFleet({
    apiUrl: env.apiUrl,
    world,
    deviceKeys,
    isReady: (label) => ready.has(label),
    faults: demoFaultRates,
    opening: demoOpening,
    // A new seed at every start, so that a restarted demo shows other shelves.
    seed: `demo/${Date.now()}`,
    now: () => new Date(),
    log,
    signal,
    ...(sandboxUrl === undefined
      ? {}
      : { registerPhoto: (capture) => registerPhoto(sandboxUrl, capture, signal) }),
  });
  await Promise.all([
    setUpReferenceImages(setUp),
    fleet.run({ perMinute: env.capturesPerMinute, atOnce }),
    reportPeriodically(fleet, log),
  ]);
}

async function waitForApi(apiUrl: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const limits = AbortSignal.any([signal, AbortSignal.timeout(5_000)]);
    const isUp = await fetch(new URL('/readyz', apiUrl), { signal: limits }).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    signal.throwIfAborted();
    if (tries === 20) log.info({ apiUrl }, 'waiting for the API');
    await wait(500, undefined, { signal });
  }
}

async function reportPeriodically(fleet: Fleet, to: SimulatorLog): Promise<void> {
  while (!signal.aborted) {
    await wait(reportEveryMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const report = await fleet.compare().catch((fault: unknown) => ({ failed: String(fault) }));
    to.info(report, 'scores compared with the truth');
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { startArguments } from '../inject/start-arguments.ts';
import type { AttackOrder, AttackResult } from './attack.ts';
import { namespaceCommand } from './enter-namespace.ts';

interface Load {
  vectors: 'all' | 'none';
  rebindingTries: number;
}

const loads: Record<DrillSize, Load> = {
  small: { vectors: 'all', rebindingTries: 40 },
  full: { vectors: 'all', rebindingTries: 200 },
};

const firstWallsOut = './inject/without-first-checks.ts';

/**
 * Tries photo addresses that lead to the internal network: literals in every spelling, names, unusual forms, redirects,
 * and names whose answer changes. None may get a connection. In a network namespace every address is the drill's, so a
 * leak is a real connection. An unguarded client shows which vectors would work. A second run removes the checks before
 * the connection: the check of the peer alone must still stop every byte.
 */
export const ssrf = scenario({
  loads,
  // Good addresses are fetched in every run.
  control: () => ({ vectors: 'none', rebindingTries: 0 }),
  oneRun,
});

async function oneRun(
  load: Load,
  { mutant, injections, isControl, progress }: RunOptions,
): Promise<RunReport> {
  const before = namespaceCommand();
  if (before === null)
    progress(
      'no network namespace can be made here (unshare, ip): leaks are visible on loopback only, no rebinding',
    );
  const namespace = before !== null;
  const order: AttackOrder = { ...load, namespace, weakened: mutant !== null };
  progress('all checks active');
  const run = await attack(before, order, injections);
  if (isControl)
    return { faults: {}, figures: figuresOf(run, null, namespace), findings: controlFindingsOf(run) };
  // The other mutants remove what the second run removes already.
  const second = mutant === null || mutant === 'peer-check';
  progress(second ? 'without the checks before the connection' : 'no second run with this mutant');
  const peer = second
    ? await attack(before, { ...order, vectors: 'addresses', rebindingTries: 0, weakened: true }, [
        firstWallsOut,
        ...injections,
      ])
    : null;
  return {
    faults: { vectors: run.vectors, effective: run.effective, rebindingTries: run.rebinding.tries },
    figures: figuresOf(run, peer, namespace),
    findings: [
      ...controlFindingsOf(run),
      ...findingsOf(run, namespace),
      ...(peer ? peerFindingsOf(peer) : []),
    ],
  };
}

async function attack(
  before: string[] | null,
  order: AttackOrder,
  injections: readonly string[],
): Promise<AttackResult> {
  const script = fileURLToPath(new URL('./attack.ts', import.meta.url));
  const [program = '', ...words] = [
    ...(before ?? []),
    process.execPath,
    ...startArguments(injections, script),
    JSON.stringify(order),
  ];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (printed === '' || code !== 0) throw new Error(`the attack ended with ${code}`);
  return JSON.parse(printed) as AttackResult;
}

const controlFindingsOf = (run: AttackResult): string[] =>
  broken([
    [run.controlFailures.length === 0, `good addresses were refused: ${run.controlFailures.join(', ')}`],
  ]);

function findingsOf(run: AttackResult, namespace: boolean): string[] {
  const { rebinding } = run;
  const expectations: [boolean, string][] = [
    [run.leaks.length === 0, `${run.leaks.length} vectors leaked: ${run.leaks.slice(0, 5).join('; ')}`],
    [run.connections === 0, `${run.connections} connections reached an internal address`],
    [run.messages === 1, `refusals have ${run.messages} different ways`],
    [
      rebinding.leaks === 0,
      `${rebinding.leaks} of ${rebinding.tries} rebinding tries reached an internal address`,
    ],
    [run.vectors >= (namespace ? 60 : 30), 'void: too few vectors'],
    [
      run.effective >= (namespace ? 60 : 30),
      `void: only ${run.effective} vectors would work on an unguarded client here`,
    ],
  ];
  if (namespace)
    expectations.push(
      [rebinding.served > 0 && rebinding.refused > 0, 'void: rebinding never changed an answer'],
      [rebinding.unguardedLeaks > 0, 'void: rebinding would not have worked on an unguarded client'],
    );
  return broken(expectations);
}

function peerFindingsOf(peer: AttackResult): string[] {
  const findings = peer.bytes > 0 ? [`${peer.bytes} bytes passed the check of the peer`] : [];
  if (peer.connections === 0) findings.push('void: no connection reached the check of the peer');
  return findings;
}

function figuresOf(run: AttackResult, peer: AttackResult | null, namespace: boolean): Record<string, number> {
  const { rebinding } = run;
  return {
    namespace: Number(namespace),
    vectors: run.vectors,
    blocked: run.blocked,
    leaks: run.leaks.length,
    connectionsInside: run.connections,
    rebindingTries: rebinding.tries,
    rebindingServed: rebinding.served,
    rebindingRefused: rebinding.refused,
    rebindingLeaks: rebinding.leaks,
    rebindingLeaksUnguarded: rebinding.unguardedLeaks,
    slowestRefusalMs: run.slowestRefusalMs,
    ...(peer ? { peerCheckAloneConnections: peer.connections, peerCheckAloneBytes: peer.bytes } : {}),
  };
}

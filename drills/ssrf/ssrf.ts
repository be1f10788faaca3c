import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import type { AttackOrder, AttackResult } from './attack.ts';
import { namespaceCommand } from './enter-namespace.ts';

const rebindingTries: Record<DrillOptions['size'], number> = { small: 40, full: 200 };

const firstWallsOut = './inject/without-first-walls.ts';

/**
 * Addresses of photos that lead inside: literals in every spelling, names, odd forms, redirects and names whose answer
 * changes. None may be connected to. Where a network namespace can be made, every address in it is ours, so that a
 * leak is a real connection; an unguarded client shows which vectors would have made one. Then once more with the
 * checks before the connection taken out: the check of the peer alone must still keep every byte back.
 */
export const ssrf: Drill = {
  name: 'ssrf',
  about: 'photo addresses that lead inside, in every spelling, by name, by redirect and by rebinding',
  mutants: {
    'literal-check': './inject/without-literal-check.ts',
    'redirect-check': './inject/without-redirect-check.ts',
    'peer-check': './inject/without-peer-check.ts',
  },
  mutantsIn: 'children',
  async run(options) {
    const { size, seed, mutant, progress } = options;
    const before = namespaceCommand();
    if (before === null)
      progress(
        'no network namespace can be made here (unshare, ip): leaks show on loopback only, no rebinding',
      );
    const namespace = before !== null;
    const order: AttackOrder = {
      namespace,
      rebindingTries: rebindingTries[size],
      addressesOnly: false,
      weakened: mutant !== null,
    };
    progress('all walls up');
    const run = await attack(before, order, mutant === null ? [] : [ssrf.mutants[mutant] ?? '']);
    // Its mutants take out what is out there already, but for the peer's.
    const second = mutant === null || mutant === 'peer-check';
    progress(second ? 'the walls before the connection are out' : 'no second run with this mutant');
    const without =
      mutant === 'peer-check' ? [firstWallsOut, ssrf.mutants['peer-check'] ?? ''] : [firstWallsOut];
    const peer = second
      ? await attack(before, { ...order, rebindingTries: 0, addressesOnly: true, weakened: true }, without)
      : null;
    const findings = [...findingsOf(run, namespace), ...(peer ? peerFindingsOf(peer) : [])];
    return {
      drill: 'ssrf',
      seed,
      size,
      mutant,
      faults: { vectors: run.vectors, teeth: run.teeth, rebindingTries: run.rebinding.tries },
      figures: figuresOf(run, peer, namespace),
      control: run.controlFailures.length === 0,
      held: findings.length === 0,
      findings,
    } satisfies DrillReport;
  },
};

async function attack(before: string[] | null, order: AttackOrder, modules: string[]): Promise<AttackResult> {
  const imports = modules.flatMap((module) => ['--import', new URL(`../${module}`, import.meta.url).href]);
  const script = fileURLToPath(new URL('./attack.ts', import.meta.url));
  const [program = '', ...words] = [
    ...(before ?? []),
    process.execPath,
    ...imports,
    script,
    JSON.stringify(order),
  ];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed = await text(child.stdout);
  if (printed === '') throw new Error('the attack ended without a result');
  return JSON.parse(printed) as AttackResult;
}

function findingsOf(run: AttackResult, namespace: boolean): string[] {
  const { rebinding } = run;
  const expectations: [boolean, string][] = [
    [run.controlFailures.length === 0, `good addresses were refused: ${run.controlFailures.join(', ')}`],
    [run.leaks.length === 0, `${run.leaks.length} vectors leaked: ${run.leaks.slice(0, 5).join('; ')}`],
    [run.connections === 0, `${run.connections} connections came inside`],
    [run.messages === 1, `refusals read in ${run.messages} different ways`],
    [rebinding.leaks === 0, `${rebinding.leaks} of ${rebinding.tries} rebinding tries came inside`],
    [run.vectors >= (namespace ? 60 : 30), 'void: too few vectors'],
    [run.teeth >= (namespace ? 60 : 30), `void: only ${run.teeth} vectors would lead a client inside here`],
  ];
  if (namespace)
    expectations.push(
      [rebinding.served > 0 && rebinding.refused > 0, 'void: rebinding never changed an answer'],
      [rebinding.unguardedLeaks > 0, 'void: rebinding would have led nobody inside'],
    );
  return expectations.flatMap(([holds, words]) => (holds ? [] : [words]));
}

function peerFindingsOf(peer: AttackResult): string[] {
  const findings = peer.bytes > 0 ? [`${peer.bytes} bytes went inside past the check of the peer`] : [];
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

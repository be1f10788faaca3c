import { checkInvariants } from '@gondola/pipeline/invariants';
import { sql } from 'drizzle-orm';
import { openPrivateSystem, type PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import type { Drill, DrillOptions } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { buildVersions, handInTagged, type RaceWorld } from './build-versions.ts';
import { judgeOrder } from './judge-order.ts';
import { readCommits, recordCommits } from './record-commits.ts';
import { type RaceLoad, runRaces } from './run-races.ts';

const loads: Record<DrillOptions['size'], RaceLoad> = {
  small: { captures: 160, bays: 3, activations: 40, hands: 5, activators: 3, limitSeconds: 60 },
  full: { captures: 2000, bays: 8, activations: 200, hands: 8, activators: 4, limitSeconds: 900 },
};
const controlCaptures = 30;

/**
 * Versions are activated while captures of the same bays pass the version gate and are scored, on connections of their
 * own each. Afterwards every capture is pinned to a version that was the active one of its bay when the pin was
 * committed, or waits in the drift queue for one that is not.
 */
export const versionRaces: Drill = {
  name: 'version-races',
  about: 'planogram versions are activated, at once and by plan, while captures of the same bays are scored',
  mutants: { 'no-lock': './inject/without-gate-lock.ts', 'no-bay-lock': './inject/without-bay-lock.ts' },
  mutantsIn: 'drill',
  async run(options) {
    const load = loads[options.size];
    const random = seededRandom(options.seed);
    const system = await openPrivateSystem();
    try {
      await recordCommits(system.database.db);
      const world = await buildVersions(system, load.bays);
      const rest = { first: 0, random, isMutant: options.mutant !== null };
      options.progress('control run, without activations');
      const quiet = { ...load, captures: controlCaptures, activations: 0 };
      const control = await oneRun(system, world, quiet, rest);
      options.progress(`${load.captures} captures, ${load.activations} activations`);
      const run = await oneRun(system, world, load, { ...rest, first: controlCaptures });
      const findings = [...control.findings.map((finding) => `control: ${finding}`), ...run.findings];
      return {
        drill: 'version-races',
        seed: options.seed,
        size: options.size,
        mutant: options.mutant,
        faults: { activations: run.activations },
        figures: run.figures,
        control: control.findings.length === 0,
        held: findings.length === 0,
        findings,
      };
    } finally {
      await system.close();
    }
  },
};

async function oneRun(
  system: PrivateSystem,
  world: RaceWorld,
  load: RaceLoad,
  { first, random, isMutant }: { first: number; random: () => number; isMutant: boolean },
) {
  await handInTagged(system, world, { count: load.captures, first }, random);
  const record = await runRaces(system, world, load, random);
  const ends = await readEnds(system);
  const order = judgeOrder(await readCommits(system.database.db));
  const activations = record.atOnce + record.planned;
  const captures = first + load.captures;
  const isRace = load.activations > 0 && !isMutant;
  const expectations: [boolean, string][] = [
    [!record.timedOut, 'the work did not end in time'],
    [
      order.wrongPins.length === 0,
      `${order.wrongPins.length} captures were pinned to a version that was not active`,
    ],
    [order.pinnedAgain.length === 0, `${order.pinnedAgain.length} captures were pinned twice`],
    [
      ends.otherThanPinned === 0,
      `${ends.otherThanPinned} scores are against another version than the pinned one`,
    ],
    [
      ends.otherThanTagged === 0,
      `${ends.otherThanTagged} captures were scored against a version they are not tagged with`,
    ],
    [ends.leftWaiting === 0, `${ends.leftWaiting} captures wait although their version is the active one`],
    [
      ends.scored + ends.waiting === captures,
      `${captures - ends.scored - ends.waiting} captures did not end`,
    ],
    [ends.baysWithoutOne === 0, `${ends.baysWithoutOne} bays have no active version or several`],
    [ends.stillPlanned === 0, `${ends.stillPlanned} planned activations were not carried out`],
    [record.failures.length === 0, `${record.failures.length} activations failed: ${record.failures[0]}`],
    [
      !isRace || activations === load.activations,
      `void: ${activations} activations instead of ${load.activations}`,
    ],
    // Gates and activations that never meet prove nothing about the lock between them.
    [!isRace || record.meetings > 0, 'void: no gate ever met an activation'],
  ];
  const broken = (await checkInvariants(system.database.db)).flatMap((report) =>
    report.violations.length === 0 ? [] : [`broken: ${report.invariant} (${report.violations.length})`],
  );
  const { meetings, released, seconds, planned } = record;
  const { scored, waiting } = ends;
  return {
    activations,
    findings: [...expectations.flatMap(([holds, words]) => (holds ? [] : [words])), ...broken],
    figures: {
      captures,
      scored,
      waiting,
      pins: order.pins,
      wrongPins: order.wrongPins.length,
      versionChanges: order.activations,
      planned,
      released,
      meetings,
      seconds,
    },
  };
}

type Ends = Record<
  | 'scored'
  | 'waiting'
  | 'otherThanPinned'
  | 'otherThanTagged'
  | 'leftWaiting'
  | 'baysWithoutOne'
  | 'stillPlanned',
  number
>;

async function readEnds(system: PrivateSystem): Promise<Ends> {
  const { rows } = await system.database.db.execute<Ends>(sql`
    select (select count(*)::int from capture where state = 'SCORED') as scored,
      (select count(*)::int from capture where state = 'VERSION_DRIFT') as waiting,
      (select count(*)::int from capture c join score s on s.id = c.current_score_id
        where s.version_id is distinct from c.pinned_version_id) as "otherThanPinned",
      (select count(*)::int from capture c join planogram_version v on v.id = c.pinned_version_id
        where v.label <> c.tagged_version) as "otherThanTagged",
      (select count(*)::int from drift_item d join planogram_version v on v.label = d.tagged_version
        join planogram_assignment a on a.bay_id = d.bay_id and a.version_id = v.id and a.deactivated_at is null
        where d.released_at is null) as "leftWaiting",
      (select count(*)::int from (select b.id from bay b
        left join planogram_assignment a on a.bay_id = b.id and a.deactivated_at is null
        group by b.id having count(a.id) <> 1) odd) as "baysWithoutOne",
      (select count(*)::int from planned_activation where state = 'PLANNED') as "stillPlanned"`);
  if (!rows[0]) throw new Error('counts are a row');
  return rows[0];
}

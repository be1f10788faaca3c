import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { sql } from 'drizzle-orm';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { findViolations } from '../find-violations.ts';
import { buildVersions, type RaceWorld, submitTagged } from './build-versions.ts';
import { judgeOrder } from './judge-order.ts';
import { readCommits, recordCommits } from './record-commits.ts';
import { type RaceLoad, runRaces } from './run-races.ts';

const loads: Record<DrillSize, RaceLoad> = {
  small: { captures: 160, bays: 3, activations: 40, workers: 5, activators: 3, limitSeconds: 60 },
  full: { captures: 2000, bays: 8, activations: 200, workers: 8, activators: 4, limitSeconds: 900 },
};
const controlCaptures = 30;

/**
 * Versions are activated while captures of the same bays pass the version gate and are scored, on separate connections.
 * Afterwards every pinned version was active for its bay at the commit of the pin. All other captures wait in the drift
 * queue for a version that is not active.
 */
export const versionRaces = scenario({
  loads,
  control: (load) => ({ ...load, captures: controlCaptures, activations: 0 }),
  oneRun,
});

async function oneRun(load: RaceLoad, options: RunOptions): Promise<RunReport> {
  const system = await openPrivateSystem();
  try {
    await recordCommits(system.database.db);
    const world = await buildVersions(system, load.bays);
    return await race(system, world, load, options);
  } finally {
    await system.close();
  }
}

async function race(
  system: PrivateSystem,
  world: RaceWorld,
  load: RaceLoad,
  { seed, mutant }: RunOptions,
): Promise<RunReport> {
  const random = seededRandom(seed);
  const { captures } = load;
  await submitTagged(system, world, captures, random);
  const record = await runRaces(system, world, load, random);
  const ends = await readEnds(system);
  const order = judgeOrder(await readCommits(system.database.db));
  const activations = record.atOnce + record.planned;
  const isRace = load.activations > 0 && mutant === null;
  const findings = [
    ...broken([
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
      // Gates and activations that never compete prove nothing about the lock between them.
      [!isRace || record.meetings > 0, 'void: no gate ever competed with an activation'],
    ]),
    ...(await findViolations(system.database.db)),
  ];
  const { meetings, released, seconds, planned } = record;
  const { scored, waiting } = ends;
  return {
    faults: { activations },
    findings,
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
  if (!rows[0]) throw new Error('invariant: a count returns a row');
  return rows[0];
}

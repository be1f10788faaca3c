import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { auditLog, type Database } from '@gondola/db';
import { importMasterData } from '@gondola/pipeline/master-data';
import { activateInBays } from '@gondola/pipeline/planogram-versions';
import { openPrivateSystem } from '@gondola/testkit/private-system';
import { sql } from 'drizzle-orm';
import { type Benchmark, type BenchmarkReport, meetsGoals } from '../benchmark.ts';
import { blocksOf } from './blocks-of.ts';
import { chain, chainFiles, listedBays } from './chain-files.ts';

const actor = { name: 'bench', userId: null, role: null };
const seconds = (sinceMs: number) => Math.round(performance.now() - sinceMs) / 1_000;

/** Imports the master data of a large chain twice, and reads lists and activates a version with it. */
export const masterDataBench: Benchmark = {
  name: 'master-data',
  about:
    '1,000 stores, 20,000 planograms, 100,000 products imported twice; lists and an activation with them',
  async run(progress) {
    const system = await openPrivateSystem();
    try {
      const { db } = system.database;
      const memory = watchMemory();
      progress('importing');
      const first = await importAll(db, progress);
      progress('importing again');
      const audited = await db.$count(auditLog);
      const second = await importAll(db, progress);
      const auditedBySecond = (await db.$count(auditLog)) - audited;
      const peakRssMb = memory.stop();
      progress('activating a version in a list of bays');
      const bays = listedBays();
      const began = performance.now();
      const activated = await activateInBays(db, actor, { label: 'V1', bays, from: null });
      const activationSeconds = seconds(began);
      if (!('activations' in activated)) throw new Error('the activation was refused');

      const report: Omit<BenchmarkReport, 'goalsMet'> = {
        bench: 'master-data',
        machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
        ratios: {},
        figures: {
          ...first.seconds,
          firstSeconds: first.total,
          secondSeconds: second.total,
          rowsChangedBySecond: second.written,
          rowsInError: first.failed + second.failed,
          auditedBySecond,
          peakRssMb,
          activationSeconds,
          ...(await listBlocks(db)),
          assignments: chain.assignments,
        },
        goals: {
          rowsChangedBySecond: { max: 0 },
          auditedBySecond: { max: 0 },
          rowsInError: { max: 0 },
          peakRssMb: { max: 512 },
          planogramPageBlocks: { max: 500 },
          versionBaysBlocks: { max: 500 },
          activationPageBlocks: { max: 500 },
          importPageBlocks: { max: 500 },
        },
      };
      return { ...report, goalsMet: meetsGoals(report) };
    } finally {
      await system.close();
    }
  },
};

async function importAll(db: Database, progress: (message: string) => void) {
  const began = performance.now();
  const times: Record<string, number> = {};
  let written = 0;
  let failed = 0;
  for (const [kind, content] of chainFiles()) {
    if (kind === 'ASSIGNMENTS') await addVersions(db);
    const start = performance.now();
    const report = await importMasterData(db, actor, { kind, content: Buffer.from(content), fileName: null });
    if ('problem' in report) throw new Error(`${kind}: ${report.problem}`);
    times[`${kind.toLowerCase()}Seconds`] = seconds(start);
    written += report.created + report.changed;
    failed += report.failed;
    progress(`${kind} ${seconds(start)} s`);
  }
  return { seconds: times, total: seconds(began), written, failed };
}

/** Gives each planogram a version without positions: files of master data hold none. */
async function addVersions(db: Database): Promise<void> {
  await db.execute(sql`
    insert into planogram_version (id, planogram_id, label, width_mm, height_mm, shelves, source_format, source_sha256)
    select gen_random_uuid(), id, 'V' || substr(code, 2), 1000, 2000, '[]', 'csv', '' from planogram
    where not exists (select from planogram_version)`);
  await db.execute(sql`analyze`);
}

/** Reads the blocks of the statements behind the lists. */
async function listBlocks(db: Database): Promise<Record<string, number>> {
  await db.execute(sql`analyze`);
  return {
    planogramPageBlocks: await blocksOf(
      db,
      sql`select * from planogram where code > 'P15' order by code limit 51`,
    ),
    planogramSearchBlocks: await blocksOf(
      db,
      sql`select * from planogram where code ilike '%1999%' or name ilike '%1999%'
        or id in (select planogram_id from planogram_version where label ilike '%1999%') order by code limit 51`,
    ),
    planogramsOfCategoryBlocks: await blocksOf(
      db,
      sql`select * from planogram where category_id = (select id from category where code = 'C7') order by code limit 51`,
    ),
    versionsOfPageBlocks: await blocksOf(
      db,
      sql`select * from planogram_version where planogram_id in (select id from planogram order by code limit 50)`,
    ),
    versionBaysBlocks: await blocksOf(
      db,
      sql`select a.version_id, b.* from planogram_assignment a join bay b on b.id = a.bay_id
        where a.version_id = (select id from planogram_version where label = 'V1234') and a.deactivated_at is null`,
    ),
    activationPageBlocks: await blocksOf(
      db,
      sql`select * from planned_activation order by created_at desc, id desc limit 51`,
    ),
    importPageBlocks: await blocksOf(
      db,
      sql`select * from master_data_import order by created_at desc, id desc limit 51`,
    ),
  };
}

/** Samples the resident memory of this process; Postgres has its own. */
function watchMemory(): { stop: () => number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1e6);
    },
  };
}

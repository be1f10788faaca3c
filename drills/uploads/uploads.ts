import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { deviceKey, store } from '@gondola/db';
import { openPrivateSystem, type PrivateSystem } from '@gondola/testkit/private-system';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { ApiFleet, freePorts } from '../api-fleet.ts';
import { type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { type Camera, handInPhoto, type Photo } from './camera.ts';
import { FaultPlan } from './fault-plan.ts';
import { judgeUploads } from './judge-uploads.ts';

interface Load {
  uploads: number;
  kills: number;
  aborts: number;
  /** Pieces with a flipped byte, and pairs of transfers of the same offset at two processes. */
  damages: number;
  rivals: number;
  limitSeconds: number;
}

const loads: Record<DrillSize, Load> = {
  small: { uploads: 20, kills: 8, aborts: 8, damages: 4, rivals: 4, limitSeconds: 600 },
  full: { uploads: 500, kills: 200, aborts: 200, damages: 50, rivals: 50, limitSeconds: 3600 },
};
/** The control run: as many photos as cameras, without faults. */
const calm = { uploads: 4, kills: 0, aborts: 0, damages: 0, rivals: 0 };
const camerasAtOnce = 4;
const processes = 2;
/** The size of a small photo, so that every upload needs several pieces. */
const photoBytes = { least: 60_000, most: 300_000 };

/**
 * Resumable uploads at two API processes on one database. Processes are killed with SIGKILL during transfers, clients
 * break off, bytes are damaged, and two transfers of one upload run at once. Afterwards the object store contains every
 * acknowledged upload as it was sent, and nothing else.
 */
export const uploads = scenario({ loads, control: (load) => ({ ...load, ...calm }), oneRun });

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const system = await openPrivateSystem();
  try {
    const fleet = new ApiFleet(system, await freePorts(processes), {
      injections: options.injections,
      env: { LOG_LEVEL: 'info', UPLOAD_SWEEP_SECONDS: '1' },
    });
    return await fleet.during(() => uploadUnderFaults(system, fleet, load, options));
  } finally {
    await system.close();
  }
}

async function uploadUnderFaults(
  system: PrivateSystem,
  fleet: ApiFleet,
  load: Load,
  options: RunOptions,
): Promise<RunReport> {
  fleet.start(processes);
  await fleet.untilReady();
  const random = seededRandom(options.seed);
  const faults = new FaultPlan(load.uploads, {
    abort: load.aborts,
    damage: load.damages,
    rival: load.rivals,
  });
  const camera: Camera = {
    ...(await addCamera(system)),
    urls: fleet.urls,
    random,
    faults,
    deadline: AbortSignal.timeout(load.limitSeconds * 1000),
  };
  const photos = Array.from({ length: load.uploads }, () => randomPhoto(random));
  const work = await sendAll(options, load, fleet, camera, photos);
  const findings = [...work.errors, ...(await judgeUploads(system, work.finished))];
  if (work.finished.size < load.uploads)
    findings.push(`${load.uploads - work.finished.size} uploads did not end`);
  if (faults.doubleGrants > 0)
    findings.push(`${faults.doubleGrants} times two transfers were granted the same offset`);
  const { abort, damage, rival } = faults.done;
  if (work.kills < load.kills || abort < load.aborts || damage < load.damages || rival < load.rivals)
    findings.push('void: too few faults were injected');
  if (options.mutant === null && load.damages > 0 && faults.restarts === 0)
    findings.push('void: no damaged upload was detected');
  return {
    faults: { sigkill: work.kills, clientAborts: abort, damagedPieces: damage, rivalTransfers: rival },
    figures: {
      finished: work.finished.size,
      bytes: photos.reduce((sum, photo) => sum + photo.bytes.length, 0),
      bytesSent: faults.progressBytes,
      begunAgain: faults.restarts,
      doubleGrants: faults.doubleGrants,
      seconds: Math.round(work.seconds),
    },
    findings,
  };
}

/** Sends every photo while processes are killed. Returns the SHA-256 of each acknowledged upload by its id. */
async function sendAll(options: RunOptions, load: Load, fleet: ApiFleet, camera: Camera, photos: Photo[]) {
  const finished = new Map<string, string>();
  const errors: string[] = [];
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const { deadline } = camera;
  let kills = 0;
  let next = 0;

  async function work() {
    for (let ordinal = next++; ordinal < photos.length && !deadline.aborted; ordinal = next++) {
      const photo = photos[ordinal];
      if (!photo) return;
      // Kills are spread over the uploads, so that each interrupts transfers.
      while (kills < Math.floor((ordinal * load.kills) / photos.length) - 1 && !deadline.aborted)
        await sleep(50);
      try {
        finished.set(await handInPhoto(camera, photo, ordinal), photo.sha256);
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  async function kill() {
    while (kills < load.kills && finished.size < photos.length && !deadline.aborted) {
      const due = kills <= (finished.size * load.kills) / photos.length + 2;
      if (due && fleet.kill(Math.floor(camera.random() * fleet.urls.length))) {
        kills += 1;
        options.progress(
          `${Math.round(seconds())} s: ${finished.size} of ${photos.length} uploaded, ${kills} kills`,
        );
      }
      await sleep(200 + camera.random() * 400);
    }
  }
  await Promise.all([kill(), ...Array.from({ length: camerasAtOnce }, work)]);
  return { finished, errors, kills, seconds: seconds() };
}

function randomPhoto(random: () => number): Photo {
  const bytes = randomBytes(Math.floor(photoBytes.least + random() * (photoBytes.most - photoBytes.least)));
  bytes.set([0xff, 0xd8, 0xff]);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function addCamera(system: PrivateSystem): Promise<{ deviceKey: string; storeCode: string }> {
  const { db } = system.database;
  const secret = `gnd_${randomBytes(32).toString('base64url')}`;
  const [shop] = await db.insert(store).values({ code: '0421', name: 'Drill store' }).returning();
  if (!shop) throw new Error('no store');
  await db.insert(deviceKey).values({
    storeId: shop.id,
    name: 'drill camera',
    sha256: createHash('sha256').update(secret).digest('hex'),
    capturesPerMinute: 100_000,
  });
  return { deviceKey: secret, storeCode: shop.code };
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@gondola/testkit/seeded-random';
import { broken, type DrillSize, type RunOptions, type RunReport, scenario } from '../drill.ts';
import { type Bomb, bombs } from './bombs.ts';
import { corruptFiles, intactPhotos } from './intact-photos.ts';
import { mutatePhoto } from './mutate-photo.ts';
import type { ReaderAnswer } from './photo-reader.ts';
import { type ReaderProcess, startReader } from './reader-process.ts';

interface Load {
  mutants: number;
  /** Decoders to kill while intact photos are read: these failures are never the photo's fault. */
  kills: number;
  /** Reads every n-th of the collected broken files. */
  everyNthFile: number;
  bombs: boolean;
  /** Time limit of the decode alone. The product promises 5 s; a machine with other load may take longer. */
  maxMs: number;
}

const loads: Record<DrillSize, Load> = {
  small: { mutants: 160, kills: 12, everyNthFile: 4, bombs: true, maxMs: 15_000 },
  full: { mutants: 10_000, kills: 120, everyNthFile: 1, bombs: true, maxMs: 5_000 },
};

const maxDecoderBytes = 512_000_000;
/** The reader holds a few files, answers and frames, never a decoded photo. */
const maxReaderBytes = 400_000_000;
/** Photos in progress at once: both decoders are busy, and no photo waits for long. */
const inFlight = 2;
/** Tries of a bomb whose decoder ran out of time on a busy machine. */
const maxTries = 4;

const classes = new Set([
  'read',
  'fault',
  'PHOTO_EMPTY',
  'PHOTO_CORRUPT',
  'PHOTO_DAMAGED',
  'PHOTO_UNSUPPORTED',
  'PHOTO_TOO_LARGE',
  'PHOTO_TOO_COSTLY',
]);

export const images = scenario({
  loads,
  control: (load) => ({
    ...load,
    mutants: 0,
    kills: 0,
    everyNthFile: Number.POSITIVE_INFINITY,
    bombs: false,
  }),
  oneRun,
});

async function oneRun(load: Load, options: RunOptions): Promise<RunReport> {
  const random = seededRandom(options.seed);
  const folder = await mkdtemp(path.join(tmpdir(), 'gondola-drill-images-'));
  const reader = startReader(options.injections);
  const run = new Run(reader, folder);
  try {
    options.progress('intact photos');
    const whole = await intactPhotos();
    const files = await run.write('whole', whole);
    const unbroken = await run.readAll(files);

    const hostile = load.bombs ? await bombs() : [];
    const bombAnswers = await run.readUntilAnswered(
      await run.write(
        'bomb',
        hostile.map(({ bytes }) => bytes),
      ),
    );
    const collected = await corruptFiles();
    const corrupt = collected.filter((_, i) => (i + 1) % load.everyNthFile === 0);
    options.progress(
      `${hostile.length} bombs, ${corrupt.length} collected files, ${load.mutants} broken copies`,
    );
    await run.readAll(corrupt);

    for (let done = 0; done < load.mutants; done += 100) {
      const copies = Array.from({ length: Math.min(100, load.mutants - done) }, () =>
        mutatePhoto(whole[Math.floor(random() * whole.length)] ?? Buffer.alloc(0), random),
      );
      await run.readAll(await run.write('copy', copies));
    }
    options.progress(`${load.kills} decoders are killed over intact photos`);
    const withKills = await killing(run, reader, files, load.kills, random);
    const report = judge({ run, reader, unbroken, hostile, bombAnswers, withKills, load, corrupt });
    await reader.stop();
    return report;
  } finally {
    await reader.kill();
    await rm(folder, { recursive: true });
  }
}

class Run {
  readonly answers: ReaderAnswer[] = [];
  private readonly reader: ReaderProcess;
  private readonly folder: string;
  constructor(reader: ReaderProcess, folder: string) {
    this.reader = reader;
    this.folder = folder;
  }

  async write(name: string, photos: readonly Buffer[]): Promise<string[]> {
    const files = photos.map((_, i) => path.join(this.folder, `${name}-${i}`));
    await Promise.all(photos.map((bytes, i) => writeFile(files[i] ?? '', bytes)));
    return files;
  }

  async readAll(files: readonly string[]): Promise<ReaderAnswer[]> {
    const answers: ReaderAnswer[] = [];
    let next = 0;
    const readNext = async (): Promise<void> => {
      while (next < files.length) {
        const i = next;
        next += 1;
        answers[i] = await this.reader.read(files[i] ?? '');
      }
    };
    await Promise.all(Array.from({ length: inFlight }, readNext));
    this.answers.push(...answers);
    return answers;
  }

  /** Reads a photo again after a fault, as the queue does: a fault shows a busy machine, not a bad photo. */
  async readUntilAnswered(files: readonly string[]): Promise<ReaderAnswer[]> {
    const answers = await this.readAll(files);
    for (let tries = 1; tries < maxTries; tries++)
      for (const [i, { outcome }] of answers.entries())
        if (outcome === 'fault') answers.splice(i, 1, ...(await this.readAll([files[i] ?? ''])));
    return answers;
  }
}

interface UnderFire {
  kills: number;
  answers: ReaderAnswer[];
}

async function killing(
  run: Run,
  reader: ReaderProcess,
  files: readonly string[],
  kills: number,
  random: () => number,
): Promise<UnderFire> {
  const fire: UnderFire = { kills: 0, answers: [] };
  let isOver = false;
  const reading = (async () => {
    while (!isOver) fire.answers.push(...(await run.readAll(files)));
  })();
  while (fire.kills < kills && reader.isAlive()) {
    // A decoder needs some 300 ms to start, so kills hit it both at the start and at work.
    await sleep(100 + random() * 500);
    if (reader.killDecoder(random)) fire.kills += 1;
  }
  isOver = true;
  await reading;
  return fire;
}

interface Outcome {
  run: Run;
  reader: ReaderProcess;
  unbroken: ReaderAnswer[];
  hostile: Bomb[];
  bombAnswers: ReaderAnswer[];
  withKills: UnderFire;
  load: Load;
  corrupt: string[];
}

function judge(outcome: Outcome): RunReport {
  const { run, reader, unbroken, hostile, bombAnswers, withKills, load, corrupt } = outcome;
  const { answers } = run;
  const peaks = reader.peaks();
  const classified = withKills.answers.filter((answer) => !['read', 'fault'].includes(answer.outcome));
  const unclassified = answers.filter((answer) => !classes.has(answer.outcome));
  // A photo that lost its decoder also waits for the start of the new one.
  const slowest = Math.max(...answers.filter((one) => !withKills.answers.includes(one)).map((one) => one.ms));
  const wrong = bombAnswers.flatMap((answer, i) => {
    const bomb = hostile[i];
    return bomb && !bomb.mayBe.includes(answer.outcome)
      ? [`${bomb.name} became ${answer.outcome} (${answer.detail})`]
      : [];
  });
  const findings = broken([
    [unbroken.every(({ outcome: read }) => read === 'read'), 'an intact photo was not read'],
    [reader.isAlive(), 'the reader died'],
    [
      unclassified.length === 0,
      `${unclassified.length} photos were not classified: ${unclassified[0]?.detail}`,
    ],
    [wrong.length === 0, wrong.join('; ')],
    [slowest <= load.maxMs, `a photo took ${Math.round(slowest)} ms`],
    [peaks.decoder <= maxDecoderBytes, `a decoder held ${megabytes(peaks.decoder)} MB`],
    [peaks.reader <= maxReaderBytes, `the reader held ${megabytes(peaks.reader)} MB`],
    [
      classified.length === 0,
      `${classified.length} intact photos were blamed for a killed decoder: ${classified[0]?.detail}`,
    ],
    [withKills.kills >= load.kills, `void: ${withKills.kills} of ${load.kills} decoders were killed`],
    [
      load.mutants === 0 ||
        answers.filter((answer) => answer.outcome === 'PHOTO_CORRUPT').length > load.mutants / 10,
      'void: too few copies were really broken',
    ],
  ]);
  const count = (name: string) => answers.filter((answer) => answer.outcome === name).length;
  return {
    faults: {
      brokenCopies: load.mutants,
      collectedFiles: corrupt.length,
      bombs: hostile.length,
      sigkill: withKills.kills,
    },
    figures: {
      photos: answers.length,
      read: count('read'),
      corrupt: count('PHOTO_CORRUPT'),
      unsupported: count('PHOTO_UNSUPPORTED'),
      tooLarge: count('PHOTO_TOO_LARGE'),
      tooCostly: count('PHOTO_TOO_COSTLY'),
      faults: count('fault'),
      unclassified: unclassified.length,
      readerDeaths: reader.isAlive() ? 0 : 1,
      intactPhotosWithKills: withKills.answers.length,
      transientCalledCorrupt: classified.length,
      slowestMs: Math.round(slowest),
      decoderPeakMb: megabytes(peaks.decoder),
      readerPeakMb: megabytes(peaks.reader),
    },
    findings,
  };
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

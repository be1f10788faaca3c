import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Drill, DrillOptions, DrillReport } from '../drill.ts';
import { seededRandom } from '../seeded-random.ts';
import { type Bomb, bombs } from './bombs.ts';
import { mutatePhoto } from './mutate-photo.ts';
import type { ReaderAnswer } from './photo-reader.ts';
import { type ReaderProcess, startReader } from './reader-process.ts';
import { corruptFiles, wholePhotos } from './whole-photos.ts';

interface Load {
  mutants: number;
  /** Decoders killed while whole photos are read: what fails then is never the photo's fault. */
  kills: number;
  /** Of the collected broken files. */
  everyNthFile: number;
  /** Of the decode alone. 5 s are promised; a machine that others use as well may take longer over it. */
  maxMs: number;
}

const loads: Record<DrillOptions['size'], Load> = {
  small: { mutants: 160, kills: 12, everyNthFile: 4, maxMs: 15_000 },
  full: { mutants: 10_000, kills: 120, everyNthFile: 1, maxMs: 5_000 },
};

const maxDecoderBytes = 512_000_000;
/** The reader holds a few files, answers and kept frames, never a decoded photo. */
const maxReaderBytes = 400_000_000;
/** In flight at once: both decoders are busy, none of the photos waits long. */
const inFlight = 2;

const classes = new Set([
  'read',
  'fault',
  'PHOTO_EMPTY',
  'PHOTO_CORRUPT',
  'PHOTO_UNSUPPORTED',
  'PHOTO_TOO_LARGE',
  'PHOTO_TOO_COSTLY',
]);

export const images: Drill = {
  name: 'images',
  about:
    'broken and hostile photos, and decoders killed at work: every photo classified, no healthy one blamed',
  mutantsIn: 'children',
  mutants: {
    'pixel-limit': './inject/without-pixel-limit.ts',
    transient: './inject/decoder-death-blames-photo.ts',
  },
  async run(options) {
    const load = loads[options.size];
    const random = seededRandom(options.seed);
    const folder = await mkdtemp(path.join(tmpdir(), 'gondola-drill-images-'));
    const reader = startReader(options.mutant === null ? null : (images.mutants[options.mutant] ?? null));
    const run = new Run(reader, folder);
    try {
      options.progress('whole photos, as they are');
      const whole = await wholePhotos();
      const files = await run.write('whole', whole);
      const unbroken = await run.readAll(files);
      const control = unbroken.every(({ outcome }) => outcome === 'read');

      options.progress('bombs');
      const hostile = await bombs();
      const bombAnswers = await run.readAll(
        await run.write(
          'bomb',
          hostile.map(({ bytes }) => bytes),
        ),
      );
      const collected = await corruptFiles();
      const corrupt = collected.filter((_, i) => i % load.everyNthFile === 0);
      options.progress(`${corrupt.length} collected files`);
      await run.readAll(corrupt);

      options.progress(`${load.mutants} broken copies`);
      for (let done = 0; done < load.mutants; done += 100) {
        const copies = Array.from({ length: Math.min(100, load.mutants - done) }, () =>
          mutatePhoto(whole[Math.floor(random() * whole.length)] ?? Buffer.alloc(0), random),
        );
        await run.readAll(await run.write('copy', copies));
      }
      options.progress(`${load.kills} decoders are killed over whole photos`);
      const underFire = await killing(run, reader, files, load.kills, random);
      return judge(options, { run, reader, control, hostile, bombAnswers, underFire, load, corrupt });
    } finally {
      await reader.stop();
      await rm(folder, { recursive: true });
    }
  },
};

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
    // A decoder needs some 300 ms to start: kills hit it while it starts as well as at work.
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
  control: boolean;
  hostile: Bomb[];
  bombAnswers: ReaderAnswer[];
  underFire: UnderFire;
  load: Load;
  corrupt: string[];
}

function judge(options: DrillOptions, outcome: Outcome): DrillReport {
  const { run, reader, control, hostile, bombAnswers, underFire, load, corrupt } = outcome;
  const { answers } = run;
  const peaks = reader.peaks();
  const blamed = underFire.answers.filter((answer) => !['read', 'fault'].includes(answer.outcome));
  const unclassified = answers.filter((answer) => !classes.has(answer.outcome));
  // A photo's own cost: when decoders are killed, it pays for the new one's start as well.
  const slowest = Math.max(...answers.filter((one) => !underFire.answers.includes(one)).map((one) => one.ms));
  const wrong = bombAnswers.flatMap((answer, i) => {
    const bomb = hostile[i];
    return bomb && !bomb.mayBe.includes(answer.outcome)
      ? [`${bomb.name} became ${answer.outcome} (${answer.detail})`]
      : [];
  });
  const expectations: [boolean, string][] = [
    [control, 'a whole photo was not read'],
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
      blamed.length === 0,
      `${blamed.length} whole photos were blamed for a killed decoder: ${blamed[0]?.detail}`,
    ],
    [underFire.kills >= load.kills, `void: ${underFire.kills} of ${load.kills} decoders were killed`],
    [
      answers.filter((answer) => answer.outcome === 'PHOTO_CORRUPT').length > load.mutants / 10,
      'void: hardly any copy was really broken',
    ],
  ];
  const findings = expectations.flatMap(([holds, words]) => (holds ? [] : [words]));
  const count = (name: string) => answers.filter((answer) => answer.outcome === name).length;
  return {
    drill: 'images',
    seed: options.seed,
    size: options.size,
    mutant: options.mutant,
    faults: {
      brokenCopies: load.mutants,
      collectedFiles: corrupt.length,
      bombs: hostile.length,
      sigkill: underFire.kills,
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
      wholePhotosUnderFire: underFire.answers.length,
      transientCalledCorrupt: blamed.length,
      slowestMs: Math.round(slowest),
      decoderPeakMb: megabytes(peaks.decoder),
      readerPeakMb: megabytes(peaks.reader),
    },
    control,
    held: findings.length === 0,
    findings,
  };
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

import type { Instance, StartOptions } from './instance.ts';
import type { Person } from './person.ts';
import type { SamplePhoto } from './sample-photo.ts';
import type { WayToEnd } from './ways-to-end.ts';

/** What a machine has to offer for one run. */
export interface Setting {
  options: StartOptions;
  /** Address that must be printed; undefined: any. */
  address?: string;
  /** Only the address of the web app is reached from outside. */
  isBehindProxy?: boolean;
  /** What the person's programs have in their environment besides. */
  env?: Record<string, string>;
  close?: () => Promise<void>;
}

/** A kind of machine on which `npm start` has to work. */
export interface Machine {
  name: string;
  /** Ways that end the first start, and the start of the copy. */
  ends: [WayToEnd, WayToEnd];
  /** Why this machine cannot be had here, in words; undefined when it can. */
  missing?: () => string | undefined;
  open: (run: Run) => Promise<Setting>;
  /** The job of its person; the usual one is to sign in and to score a photo. */
  job?: (on: {
    person: Person;
    instance: Instance;
    sample: SamplePhoto;
    env: Record<string, string>;
  }) => Promise<void>;
  /** False: its data is not copied and started elsewhere. */
  isCopied?: boolean;
}

/** What the matrix gives to each machine. */
export interface Run {
  /** Of this run alone; every process names it. */
  folder: string;
  root: string;
  /** Environment with free ports, a data folder and an admin. */
  env: Record<string, string>;
}

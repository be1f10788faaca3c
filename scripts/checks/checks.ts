import { join } from 'node:path';
import type { Drill } from '../../drills/drill.ts';
import { drills } from '../../drills/drills.ts';
import { ofExit, ofPlaywright, ofVitest, type Tally } from './tally.ts';

export const root = join(import.meta.dirname, '../..');

export interface Check {
  name: string;
  /** Arguments of Node. */
  args: string[];
  env?: (reportFile: string) => Record<string, string>;
  /** Where the tool is told to write its report, if it counts tests itself. */
  reportArgs?: (reportFile: string) => string[];
  tally: (report: unknown, exitCode: number | null) => Tally;
  /** Measures times: no other check runs beside it. */
  isAlone?: boolean;
}

export const parts = ['all', 'check', 'changed', 'verify', 'unit', 'e2e', 'drills', 'mutants'] as const;
export type Part = (typeof parts)[number];
export const isPart = (word: string): word is Part => (parts as readonly string[]).includes(word);

const tool = (path: string) => join(root, 'node_modules', path);
const single = (name: string, args: string[]): Check => ({
  name,
  args,
  tally: (_report, exitCode) => ofExit(exitCode),
});

/** What reads the sources without running tests: `npm run check`. The longest first, as two run at a time. */
const quick: Check[] = [
  single('lint with types', [tool('oxlint/bin/oxlint'), '--type-aware']),
  single('types', [tool('typescript/bin/tsc'), '--noEmit']),
  single('nothing unused', [tool('knip/bin/knip.js')]),
  single('no cycles, no imports between features', ['scripts/structure.ts']),
  single('format and lint', [tool('@biomejs/biome/bin/biome'), 'check', '--max-diagnostics=50', '.']),
  single('the web app speaks the GraphQL schema', [
    tool('@graphql-codegen/cli/esm/bin.js'),
    '--config',
    'apps/web/codegen.ts',
    '--check',
  ]),
  single('types of the web app', [tool('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web']),
  single('GraphQL schema is the printed one', ['apps/api/src/print-schema.ts', '--check']),
  single('breaking changes of the schema are in the changelog', ['scripts/released-schema.ts']),
];

const vitest = (name: string, args: string[]): Check => ({
  name,
  args: [tool('vitest/vitest.mjs'), 'run', ...args],
  reportArgs: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  tally: ofVitest,
});
const unit = vitest('unit and database tests', []);
/** Tests of what changed since the branch left main, and of what is not committed. */
const changed = (since: string): Check =>
  vitest('tests of what changed', ['--changed', since, '--passWithNoTests']);
const e2e: Check = {
  name: 'end-to-end tests in a browser',
  args: [tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
  reportArgs: () => ['--reporter=list,json'],
  env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
  tally: ofPlaywright,
};

/** `npm start` on unusual machines, and all that can end it. */
const machines = single('npm start on a matrix of machines', ['scripts/machines.ts']);

/** The reliability scenarios at their small size, each after its control run. The full sizes are run by hand. */
const drill = ({ name, isTimed }: Drill): Check => ({
  ...single(`drill ${name}`, ['drills/main.ts', name]),
  ...(isTimed && { isAlone: true }),
});
/** Each drill with one defence taken out: it must find that out. */
const mutantsOf = ({ name, mutants }: Drill): Check[] =>
  Object.keys(mutants).map((mutant) =>
    single(`drill ${name} sees that ${mutant} is missing`, [
      'drills/main.ts',
      name,
      '--mutant',
      mutant,
      '--expect-red',
    ]),
  );

/**
 * The checks of a part, in the order in which they are begun; `verify` is everything that needs no browser.
 *
 * @param since the commit that `changed` compares with
 */
export function checksOf(part: Part, since = 'HEAD'): Check[] {
  switch (part) {
    case 'check':
      return quick;
    case 'changed':
      return [...quick, changed(since)];
    case 'unit':
      return [unit];
    case 'e2e':
      return [e2e];
    case 'drills':
      return drills.map(drill);
    case 'mutants':
      return drills.flatMap(mutantsOf);
    case 'verify':
      return [...quick, unit];
    case 'all':
      return [...quick, e2e, machines, unit, ...drills.map(drill)];
  }
}

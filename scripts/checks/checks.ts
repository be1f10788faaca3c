import { join } from 'node:path';
import { ofExit, ofPlaywright, ofVitest, type Tally } from './tally.ts';

export const root = join(import.meta.dirname, '../..');

export interface Check {
  name: string;
  /** Arguments of Node. */
  args: string[];
  /** Shown as it comes; of the others only what a failed one said. */
  shown: boolean;
  env?: (reportFile: string) => Record<string, string>;
  /** Where the tool is told to write its report, if it counts tests itself. */
  reportArgs?: (reportFile: string) => string[];
  tally: (report: unknown, exitCode: number | null) => Tally;
}

export type Part = 'all' | 'verify' | 'unit' | 'e2e';

const tool = (path: string) => join(root, 'node_modules', path);
const single = (name: string, args: string[]): Check => ({
  name,
  args,
  shown: false,
  tally: (_report, exitCode) => ofExit(exitCode),
});

const lint: Check[] = [
  single('format and lint', [tool('@biomejs/biome/bin/biome'), 'check', '--max-diagnostics=50', '.']),
  single('lint with types', [tool('oxlint/bin/oxlint'), '--type-aware']),
  single('nothing unused', [tool('knip/bin/knip.js')]),
];
const types: Check[] = [
  single('types', [tool('typescript/bin/tsc'), '--noEmit']),
  single('types of the web app', [tool('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web']),
];
const schema: Check[] = [
  single('GraphQL schema is the printed one', ['apps/api/src/print-schema.ts', '--check']),
  single('the web app speaks that schema', [
    tool('@graphql-codegen/cli/esm/bin.js'),
    '--config',
    'apps/web/codegen.ts',
    '--check',
  ]),
];

const unit: Check = {
  name: 'unit and database tests',
  args: [tool('vitest/vitest.mjs'), 'run'],
  shown: true,
  reportArgs: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  tally: ofVitest,
};
const e2e: Check = {
  name: 'end-to-end tests in a browser',
  args: [tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
  shown: true,
  reportArgs: () => ['--reporter=list,json'],
  env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
  tally: ofPlaywright,
};

/** The reliability scenarios at their small size, each held against its control run. The full sizes are run by hand. */
const drills: Check[] = ['api-kills', 'lost-commit', 'uploads', 'ssrf', 'images'].map((name) =>
  single(`drill ${name}`, ['drills/main.ts', name]),
);

/** The checks of a part, cheapest first. `verify` is everything that needs no browser. */
export function checksOf(part: Part): Check[] {
  switch (part) {
    case 'unit':
      return [unit];
    case 'e2e':
      return [e2e];
    case 'verify':
      return [...lint, ...types, ...schema, unit];
    case 'all':
      return [...lint, ...types, ...schema, unit, ...drills, e2e];
  }
}

export const isPart = (word: string): word is Part => ['all', 'verify', 'unit', 'e2e'].includes(word);

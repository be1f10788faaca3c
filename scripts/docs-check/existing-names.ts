import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** What exists in the repository and may be named. */
export interface ExistingNames {
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  /** Last parts of the paths of files. */
  fileNames: ReadonlySet<string>;
  /** Identifiers, columns, keys and literals of one word in the sources; comments do not count. */
  words: ReadonlySet<string>;
  /** Names with dashes: of files, folders, packages, and literals such as the name of a drill. */
  dashed: ReadonlySet<string>;
  npmScripts: ReadonlySet<string>;
  /** Import names of the repository's own packages, with their entry points. */
  packageEntries: ReadonlySet<string>;
  schema: GraphQLSchema;
}

const isSource = /\.(ts|tsx|mjs|sql|json|ya?ml|css|example)$|(^|\/)(Dockerfile|run)$/;
/** Their texts quote names that do not exist, or name packages of the registry only. */
const notSource = /^(package-lock\.json|scripts\/docs-check\/)|(^|\/)generated\/|\/meta\//;

/** Returns all files of the repository, tracked or new, relative to its root. */
export function listFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(root, file)));
}

/** Collects the names of everything in the repository. */
export function readExistingNames(root: string): ExistingNames {
  const files = listFiles(root);
  const words = new Set<string>();
  const dashed = new Set<string>();
  for (const file of files) {
    for (const part of file.split('/')) dashed.add(part.replace(/(\.test|\.testing)?\.\w+$/, ''));
    if (!isSource.test(file) || notSource.test(file)) continue;
    const source = readFileSync(join(root, file), 'utf8');
    const code = /\.(ts|tsx|mjs)$/.test(file) ? withoutTexts(source) : source;
    for (const [word] of code.matchAll(/[A-Za-z_$][\w$]*/g)) words.add(word);
    for (const [, literal = ''] of code.matchAll(/["'`]([\w@./-]+)["'`]/g))
      for (const name of [literal, ...literal.split('/')]) dashed.add(name);
  }
  const manifests = files
    .filter((file) => basename(file) === 'package.json')
    .map((file) => readManifest(root, file));
  return {
    files: new Set(files),
    folders: new Set(files.flatMap(foldersOf)),
    fileNames: new Set(files.map((file) => basename(file))),
    words,
    dashed,
    npmScripts: new Set(manifests.flatMap(({ scripts = {} }) => Object.keys(scripts))),
    packageEntries: new Set(
      manifests.flatMap(({ name, exports = {} }) => [
        name,
        ...Object.keys(exports).map((entry) => join(name, entry)),
      ]),
    ),
    schema: buildSchema(readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8')),
  };
}

/** Takes away comments, and strings that are sentences: a name that only they hold does not exist. */
function withoutTexts(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/(^|\s)\/\/.*$/gm, ' ')
    .replaceAll(/(["'])(?:(?!\1)[^\\\n]|\\.)*\1/g, (literal) => (/\s/.test(literal) ? ' ' : literal));
}

function readManifest(root: string, file: string) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')) as {
    name: string;
    scripts?: Record<string, string>;
    exports?: Record<string, string>;
  };
}

function foldersOf(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? ['.'] : [folder, ...foldersOf(folder)];
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Generated files import what they please and are rebuilt by their tools. */
const generated = /(^|\/)(generated|migrations)\/|next-env\.d\.ts$/;

/** Returns the TypeScript sources of the repository, tracked or new, relative to its root and sorted. */
export function listSources(root: string): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '*.ts', '*.tsx'],
    { cwd: root, encoding: 'utf8' },
  );
  return [...new Set(listed.split('\0'))]
    .filter((file) => file !== '' && !generated.test(file) && existsSync(join(root, file)))
    .sort();
}

/** `node scripts/follow-install.ts [--full]`: follows docs/operations/install.md in a fresh folder; `--full` clones and installs. */
import { followInstall } from './follow-install/follow-install.ts';

const isFull = process.argv[2] === '--full';
try {
  console.log(await followInstall(isFull, (line) => console.log(`$ ${line.replaceAll('\n', '\n  ')}`)));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

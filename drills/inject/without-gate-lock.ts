/** Takes the version gate's hold on the bay's open assignment out: an activation no longer waits for it. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/store/pass-version-gate.ts', [[`.for('share', { of: planogramAssignment })`, '']]);

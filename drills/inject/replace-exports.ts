import { registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Replacements of exports, by name; each is made from the original. */
type Overrides<Exports> = { [Name in keyof Exports]?: (original: Exports[Name]) => Exports[Name] };

interface Replacement {
  overrides: Map<string, (original: unknown) => unknown>;
  isUsed: boolean;
}

const replacements = new Map<string, Replacement>();
/** Set while `replaceExports` resolves the location of its module. */
let onResolved: ((url: string) => void) | null = null;

/**
 * Replaces exports of a product's module in this process only. A drill can thus remove a defence or inject a crash
 * without a switch in the product. `load` names the module by an ordinary import, so that a moved or changed module
 * does not compile. Throws when the module is missing. The module's first import throws when an export is missing;
 * `assertReplacementsUsed` throws when the module was never imported.
 */
export async function replaceExports<Exports extends object>(
  load: () => Promise<Exports>,
  overrides: Overrides<Exports>,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<string>();
  onResolved = resolve;
  await load();
  const url = await promise;
  const replacement = replacements.get(url) ?? { overrides: new Map(), isUsed: false };
  for (const [name, override] of Object.entries(overrides))
    replacement.overrides.set(name, override as (original: unknown) => unknown);
  replacements.set(url, replacement);
}

/** Throws when a module with replacements was never loaded, because the product no longer uses it. */
export function assertReplacementsUsed(): void {
  const unused = [...replacements].filter(([, { isUsed }]) => !isUsed).map(([url]) => pathOf(url));
  if (unused.length > 0)
    throw new Error(`the injection does not apply: ${unused.join(', ')} was never loaded`);
}

/** Called by the module that replaces the one at `url`. */
export function replacedExports(url: string, original: Record<string, unknown>): Record<string, unknown> {
  const overrides = replacements.get(url)?.overrides ?? new Map<string, never>();
  return Object.fromEntries(
    [...overrides].map(([name, override]) => {
      if (!(name in original))
        throw new Error(`the injection does not apply: ${pathOf(url)} has no export ${name}`);
      return [name, override(original[name])];
    }),
  );
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    if (onResolved === null) return resolved;
    onResolved(resolved.url);
    onResolved = null;
    // Only the location was requested: the module itself is loaded when the product imports it.
    return { url: 'data:text/javascript,', format: 'module', shortCircuit: true };
  },
  load(url, context, nextLoad) {
    const replacement = replacements.get(url);
    if (!replacement) return nextLoad(url, context);
    replacement.isUsed = true;
    return { format: 'module', shortCircuit: true, source: standIn(url, [...replacement.overrides.keys()]) };
  },
});

/**
 * Lists the exports of the module at `url`, with the replaced names separately: an own export hides one of `export *`.
 */
function standIn(url: string, names: readonly string[]): string {
  const original = JSON.stringify(`${url}?original`);
  return `
    import * as original from ${original};
    import { replacedExports } from ${JSON.stringify(import.meta.url)};
    export * from ${original};
    const replaced = replacedExports(${JSON.stringify(url)}, original);
    ${names.map((name) => `export const ${name} = replaced.${name};`).join('\n')}`;
}

const pathOf = (url: string): string => relative(process.cwd(), fileURLToPath(url));

// A process that never checked its injections reports unused ones at its end.
process.on('exit', () => {
  try {
    assertReplacementsUsed();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  }
});

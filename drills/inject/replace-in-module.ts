import { registerHooks } from 'node:module';

/**
 * Changes the source of one module as it is loaded, in this process only: how a drill takes a defence out, or plants
 * a crash, without a switch in the product. A text that is not there exactly once stops the process: an injection
 * that misses would prove nothing.
 */
export function replaceInModule(pathEnding: string, changes: readonly [from: string, to: string][]): void {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(pathEnding)) return loaded;
      let source = String(loaded.source);
      for (const [from, to] of changes) {
        if (source.split(from).length !== 2)
          throw new Error(`the injection into ${pathEnding} does not find its place: ${from}`);
        source = source.replace(from, () => to);
      }
      return { ...loaded, source };
    },
  });
}

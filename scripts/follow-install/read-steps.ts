/** One shell block of a document. */
export interface Step {
  /** The heading that it stands under. */
  section: string;
  commands: string;
}

/** Returns the `sh` blocks of a Markdown text in their order. */
export function readSteps(markdown: string): Step[] {
  const steps: Step[] = [];
  let section = '';
  let block: string[] | undefined;
  for (const line of markdown.split('\n')) {
    if (block === undefined) {
      if (line.startsWith('## ')) section = line.slice(3);
      if (line === '```sh') block = [];
    } else if (line === '```') {
      steps.push({ section, commands: block.join('\n') });
      block = undefined;
    } else block.push(line);
  }
  return steps;
}

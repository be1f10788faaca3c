/** What a lane takes. */
export interface Task {
  /** Runs when all others are done, with nothing beside it. */
  isAlone?: boolean;
}

/** Runs tasks in their order, as many at a time as there are lanes; those that want to be alone come last. */
export async function runInLanes<T extends Task, R>(
  tasks: readonly T[],
  lanes: number,
  run: (task: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = tasks.filter(({ isAlone }) => !isAlone);
  const lane = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift())
      results.push(await run(task));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const task of tasks) if (task.isAlone) results.push(await run(task));
  return results;
}

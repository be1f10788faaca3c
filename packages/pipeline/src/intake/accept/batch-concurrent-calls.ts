/** Limits on the size of a group; the caller defines the unit of size. */
export interface GroupLimits<Item> {
  sizeOf(item: Item): number;
  maxGroupSize: number;
  /** Total size that may wait in addition to running groups; more is rejected with BatchQueueFull. */
  maxWaitingSize: number;
  /** Number of groups that run concurrently. */
  lanes: number;
}

/** Thrown when too many calls wait already. */
export class BatchQueueFull extends Error {
  override readonly name = 'BatchQueueFull';
}

interface Waiting<Item, Answer> {
  item: Item;
  size: number;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Combines concurrent calls into groups and runs the work once per group. A call starts at once while a lane is free;
 * calls that arrive while all lanes are busy form the next group. No timer delays a call. `work` returns one settled
 * result per item, in the same order.
 */
export function batchConcurrentCalls<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Answer>[]>,
  { sizeOf, maxGroupSize, maxWaitingSize, lanes }: GroupLimits<Item>,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let waitingSize = 0;
  let runningGroups = 0;

  /** Takes at least one call, then as many as fit. */
  function nextGroup(): Waiting<Item, Answer>[] {
    let size = 0;
    let count = 0;
    for (const each of waiting) {
      if (count > 0 && size + each.size > maxGroupSize) break;
      size += each.size;
      count += 1;
    }
    waitingSize -= size;
    return waiting.splice(0, count);
  }

  async function runGroups(): Promise<void> {
    runningGroups += 1;
    while (waiting.length > 0) {
      const group = nextGroup();
      try {
        const results = await work(group.map(({ item }) => item));
        for (const [i, { resolve, reject }] of group.entries()) {
          const result = results[i];
          if (result?.status === 'fulfilled') resolve(result.value);
          else reject(result ? result.reason : new Error('invariant: an item of a group has no result'));
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    runningGroups -= 1;
  }

  return (item) => {
    const size = sizeOf(item);
    if (waiting.length > 0 && waitingSize + size > maxWaitingSize)
      return Promise.reject(new BatchQueueFull('too many calls wait already'));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ item, size, resolve, reject });
    waitingSize += size;
    if (runningGroups < lanes) void runGroups();
    return promise;
  };
}

/** The most that one group may hold; the sizes are the caller's own measure. */
export interface GroupLimits<Item> {
  sizeOf(item: Item): number;
  largestGroup: number;
  /** What may wait beside the groups under way; more is refused with GatherFull. */
  mostWaiting: number;
  /** Groups under way at the same time. */
  lanes: number;
}

/** So much waits already that one more would only wait too long. */
export class GatherFull extends Error {
  override readonly name = 'GatherFull';
}

interface Waiting<Item, Answer> {
  item: Item;
  size: number;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * Does the same work for several callers at once. Who comes while nothing is under way is served at once; who comes
 * while every lane is busy goes with the others that wait, as soon as one is free. No timer holds anybody back.
 * `work` answers one settled result per item, in their order.
 */
export function gather<Item, Answer>(
  work: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Answer>[]>,
  { sizeOf, largestGroup, mostWaiting, lanes }: GroupLimits<Item>,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let waitingSize = 0;
  let underWay = 0;

  /** At least one, and then as many as fit. */
  function nextGroup(): Waiting<Item, Answer>[] {
    let size = 0;
    let count = 0;
    for (const each of waiting) {
      if (count > 0 && size + each.size > largestGroup) break;
      size += each.size;
      count += 1;
    }
    waitingSize -= size;
    return waiting.splice(0, count);
  }

  async function serve(): Promise<void> {
    underWay += 1;
    while (waiting.length > 0) {
      const group = nextGroup();
      try {
        const results = await work(group.map(({ item }) => item));
        for (const [i, { resolve, reject }] of group.entries()) {
          const result = results[i];
          if (result?.status === 'fulfilled') resolve(result.value);
          else reject(result ? result.reason : new Error('an item of a group was not answered'));
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    underWay -= 1;
  }

  return (item) => {
    const size = sizeOf(item);
    if (waiting.length > 0 && waitingSize + size > mostWaiting)
      return Promise.reject(new GatherFull('too much waits already'));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push({ item, size, resolve, reject });
    waitingSize += size;
    if (underWay < lanes) void serve();
    return promise;
  };
}

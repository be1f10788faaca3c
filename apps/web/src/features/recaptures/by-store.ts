import type { ListedRequest } from './list-recapture-requests.ts';

type LocatedRequest = Pick<ListedRequest, 'aisle' | 'createdAt'> & { store: { code: string; name: string } };

export interface StoreRequests<R extends LocatedRequest> {
  store: R['store'];
  requests: R[];
}

/** Sorts "A2" before "A10". */
const naturalOrder = new Intl.Collator('en', { numeric: true });

/** Groups requests in walking order: store by store, bay by bay, the longest wait first. */
export function byStore<R extends LocatedRequest>(requests: readonly R[]): StoreRequests<R>[] {
  const sorted = requests.toSorted(
    (a, b) =>
      naturalOrder.compare(a.store.code, b.store.code) ||
      naturalOrder.compare(a.aisle, b.aisle) ||
      Date.parse(a.createdAt) - Date.parse(b.createdAt),
  );
  const groups: StoreRequests<R>[] = [];
  for (const request of sorted) {
    const last = groups.at(-1);
    if (last?.store.code === request.store.code) last.requests.push(request);
    else groups.push({ store: request.store, requests: [request] });
  }
  return groups;
}

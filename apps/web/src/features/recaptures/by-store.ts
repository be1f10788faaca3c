import type { ListedRequest } from './list-recapture-requests.ts';

type Placed = Pick<ListedRequest, 'aisle' | 'createdAt'> & { store: { code: string; name: string } };

export interface StoreRequests<R extends Placed> {
  store: R['store'];
  requests: R[];
}

/** "A2" stands before "A10", as on the signs in the store. */
const asSigns = new Intl.Collator('en', { numeric: true });

/** Requests as somebody walks through them: store by store, bay by bay, the one that has waited longest first. */
export function byStore<R extends Placed>(requests: readonly R[]): StoreRequests<R>[] {
  const sorted = requests.toSorted(
    (a, b) =>
      asSigns.compare(a.store.code, b.store.code) ||
      asSigns.compare(a.aisle, b.aisle) ||
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

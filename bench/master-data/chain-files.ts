import type { MasterDataKind } from '@gondola/db';
import { checkDigitOf } from '@gondola/pipeline/planogram';

/** The size of a large chain. */
export const chain = {
  stores: 1_000,
  planograms: 20_000,
  products: 100_000,
  categories: 200,
  assignments: 20_000,
};

const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Asia/Tokyo'];
const count = (n: number): number[] => Array.from({ length: n }, (_, index) => index);
const storeCode = (index: number) => String(index).padStart(4, '0');
const gtin = (index: number) => {
  const body = `40${String(index).padStart(10, '0')}`;
  return body + checkDigitOf(body);
};
const file = (header: string, rows: string[]) => [header, ...rows, ''].join('\r\n');

/** Every store names its aisles in its own way, so that no version has one aisle in all of them. */
const aisleOf = (store: number, bay: number) =>
  `${String.fromCharCode(65 + (store % 26))}${store % 7}-${bay}`;

/** Returns the files of a chain, in the order of import. */
export const chainFiles = (): [MasterDataKind, string][] => [
  [
    'STORES',
    file(
      'store,name,time_zone',
      count(chain.stores).map((i) => `${storeCode(i)},Store ${i},${zones[i % 4]}`),
    ),
  ],
  [
    'STORE_GROUPS',
    file(
      'group,store',
      count(chain.stores).map((i) => `REGION-${i % 20},${storeCode(i)}`),
    ),
  ],
  [
    'CATEGORIES',
    file(
      'category,name',
      count(chain.categories).map((i) => `C${i},Category ${i}`),
    ),
  ],
  [
    'PLANOGRAMS',
    file(
      'planogram,name,category',
      count(chain.planograms).map((i) => `P${i},Planogram ${i},C${i % chain.categories}`),
    ),
  ],
  [
    'PRODUCTS',
    file(
      'sku,gtin,name,brand,category,width_mm,height_mm',
      count(chain.products).map(
        (i) =>
          `S${i},${gtin(i)},Product ${i},Brand ${i % 500},C${i % chain.categories},${60 + (i % 90)},${100 + (i % 150)}`,
      ),
    ),
  ],
  [
    'ASSIGNMENTS',
    file(
      'store,aisle,version,from',
      count(chain.assignments).map((i) => {
        const store = i % chain.stores;
        return `${storeCode(store)},${aisleOf(store, Math.floor(i / chain.stores))},V${i},2026-01-01`;
      }),
    ),
  ],
];

/** Returns the bays of one more aisle in every store, for the activation of one version in all of them. */
export const listedBays = () =>
  count(chain.stores).map((store) => ({ storeCode: storeCode(store), aisle: aisleOf(store, 99) }));

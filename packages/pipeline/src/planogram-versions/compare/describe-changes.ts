import type { Planogram, Position } from '../../planogram/model.ts';
import type { ChangeKind, FacingSize, Facings, VersionChange, VersionDiff } from './version-diff.ts';

type Told = Omit<VersionChange, 'words'>;

/** The names of products, in both versions. */
export function productNames(from: Planogram, to: Planogram): (position: Position) => string {
  const names = new Map([...from.products, ...to.products].map(({ id, name }) => [id, name]));
  return ({ productId }) => names.get(productId) ?? productId;
}

/** Describes one change in a sentence. `partner` is the product that traded places with this one. */
export function describeChange(
  change: Told,
  nameOf: (position: Position) => string,
  partner: string | null,
): string {
  const { from, to, facings, size, block } = change;
  const more = [
    ...(facings ? [`${facingsWord(facings.from)} become ${facingsWord(facings.to)}`] : []),
    ...(size ? [`one facing was ${sizeWord(size.from)} and is ${sizeWord(size.to)}`] : []),
    ...(block ? [`its block was ${sizeWord(block.from)} and is ${sizeWord(block.to)}`] : []),
  ];
  return `${[headline(change.kind, from, to, nameOf, partner), ...more].join('; ')}.`;
}

function headline(
  kind: ChangeKind,
  from: Position | null,
  to: Position | null,
  nameOf: (position: Position) => string,
  partner: string | null,
): string {
  if (from === null) return to === null ? '' : `${nameOf(to)} is new ${placeWord(to)}`;
  if (to === null) return `${nameOf(from)} gives up its place ${placeWord(from)}`;
  switch (kind) {
    case 'SWAPPED':
      return `${nameOf(from)} trades places with ${partner ?? 'another product'}: from ${spotWord(from)} to ${spotWord(to)}`;
    case 'MOVED':
      return `${nameOf(from)} moves from ${spotWord(from)} to ${spotWord(to)}`;
    case 'SUBSTITUTED':
      return `${nameOf(to)} takes the place of ${nameOf(from)} ${placeWord(to)}`;
    default:
      return `${nameOf(to)} stays ${placeWord(to)}`;
  }
}

/** Summarises the comparison in a sentence or two. */
export function summarise({
  changes,
  counts,
  facingsChanged,
  sizesChanged,
}: Omit<VersionDiff, 'summary'>): string {
  if (changes.length === 0) return 'Neither version has positions.';
  if (counts.SAME === changes.length && facingsChanged === 0 && sizesChanged === 0)
    return `Nothing changes: ${positionsWord(counts.SAME)} in the same places.`;
  const parts = [
    [counts.SAME, `${positionsWord(counts.SAME)} ${counts.SAME === 1 ? 'stays' : 'stay'} in place`],
    [counts.MOVED, `${counts.MOVED} moved`],
    [counts.SWAPPED, `${counts.SWAPPED} traded places`],
    [counts.SUBSTITUTED, `${counts.SUBSTITUTED} got another product`],
    [counts.DELISTED, `${counts.DELISTED} given up`],
    [counts.NEW, `${counts.NEW} new`],
  ] as const;
  const nonZero = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  const sizes = [
    ...(facingsChanged > 0 ? [`facings change at ${positionsWord(facingsChanged)}`] : []),
    ...(sizesChanged > 0 ? [`sizes at ${positionsWord(sizesChanged)}`] : []),
  ];
  return [`${nonZero.join(', ')}.`, ...(sizes.length > 0 ? [`${capital(sizes.join(', '))}.`] : [])].join(' ');
}

const positionsWord = (count: number) => `${count} ${count === 1 ? 'position' : 'positions'}`;
const placeWord = (position: Position) => `on ${spotWord(position)}`;
const spotWord = ({ shelfNumber, sequence }: Position) => `shelf ${shelfNumber}, place ${sequence}`;
const facingsWord = ({ horizontal, vertical, depth }: Facings) =>
  `${horizontal} x ${vertical} facings, ${depth} deep`;
const sizeWord = ({ widthMm, heightMm }: FacingSize) => `${Math.round(widthMm)} x ${Math.round(heightMm)} mm`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

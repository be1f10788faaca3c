import classes from './facing-list.module.css';
import type { ShelfTag } from './read-facing-evidence.ts';

interface TagListProps {
  tags: readonly ShelfTag[];
  expectedId: string | null;
}

/** Lists codes read on the shelf edge: they name what is planned here, never what is there. */
export function TagList({ tags, expectedId }: TagListProps) {
  return (
    <section>
      <h4 className={classes.title}>
        Codes on the shelf’s edge<span>, which name what belongs here</span>
      </h4>
      <ul className={classes.tags}>
        {tags.map(({ text, product }) => (
          <li key={text}>
            <span className={classes.code}>{text}</span>{' '}
            <span className={classes.dim}>
              {product === null
                ? 'names no product of this planogram'
                : product.id === expectedId
                  ? 'names the expected product'
                  : `names ${product.name}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

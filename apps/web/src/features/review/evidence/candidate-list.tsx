import { percent } from '../../../lib/percent.ts';
import type { PositionVerdict } from '../read-capture.ts';
import classes from './candidate-list.module.css';

interface CandidateListProps {
  candidates: PositionVerdict['candidates'];
  expectedId: string | null;
}

/**
 * Lists the products that the photo was compared with, best first; the expected product is marked by a word, not by
 * colour.
 */
export function CandidateList({ candidates, expectedId }: CandidateListProps) {
  if (candidates.length === 0) return null;
  return (
    <div>
      <h4 className={classes.title}>Compared with</h4>
      <ol className={classes.list}>
        {candidates.map(({ product, score }) => (
          <li key={product.id}>
            <span className={classes.name}>
              {product.name}
              {product.id === expectedId ? <em> expected</em> : null}
            </span>
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${Math.min(1, Math.max(0, score)) * 100}%` }} />
            </span>
            <span className={classes.score}>{percent(score)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

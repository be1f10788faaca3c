import type { Planogram } from '@gondola/pipeline/planogram';
import type { DemoProduct } from './demo-product.ts';

/** A planogram version with the art of its products: all that a shelf and its photo are made from. */
export interface DemoBay {
  /** The version's label, as devices send it. */
  label: string;
  category: string;
  planogram: Planogram;
  products: DemoProduct[];
}

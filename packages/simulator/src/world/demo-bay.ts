import type { Planogram } from '@gondola/pipeline/planogram';
import type { DemoProduct } from './demo-product.ts';

/** A planogram version with the art of its products: the input of a shelf and its photo. */
export interface DemoBay {
  /** The version's label, as sent by devices. */
  label: string;
  category: string;
  planogram: Planogram;
  products: DemoProduct[];
}

'use client';
import { useSteadyUrl } from '../../../ui/use-steady-url.ts';
import classes from './evidence-panel.module.css';

export function ReferenceImage({ productId, name, url }: { productId: string; name: string; url: string }) {
  const steady = useSteadyUrl(productId, url);
  return (
    // biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache
    <img
      className={classes.reference}
      src={steady.url}
      alt={`${name}, as it should look`}
      onError={steady.onError}
    />
  );
}

'use client';
import { IconPhotoOff } from '@tabler/icons-react';
import classes from './thumbnail.module.css';
import { useSteadyUrl } from './use-steady-url.ts';

interface ThumbnailProps {
  /** Identifies the photo; the image is not loaded again while this stays the same. */
  identity: string;
  url: string | null;
  size?: 'row' | 'tile';
}

/** Shows a small photo beside text that describes it, so it is hidden from assistive technology. */
export function Thumbnail({ identity, url, size = 'row' }: ThumbnailProps) {
  return (
    <span className={classes.frame} data-size={size} aria-hidden>
      {url ? <Picture identity={identity} url={url} /> : <IconPhotoOff size={18} stroke={1.5} />}
    </span>
  );
}

function Picture({ identity, url }: { identity: string; url: string }) {
  const steady = useSteadyUrl(identity, url);
  if (steady.failed) return <IconPhotoOff size={18} stroke={1.5} />;
  // biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache
  return <img src={steady.url} alt="" loading="lazy" decoding="async" onError={steady.onError} />;
}

'use client';
import { IconPhotoOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSteadyUrl } from '../../ui/use-steady-url.ts';
import classes from './conflict-card.module.css';

interface ConflictPhotoProps {
  title: string;
  /** Identifies the photo; the image is not loaded again while this stays the same. */
  identity: string;
  photo: { url: string; widthPx: number; heightPx: number } | null;
  /** Why there is no photo to show. */
  missing: string;
  /** Facts about the photo, below its title. */
  children: ReactNode;
}

/** Shows one of the two photos, large enough to see whether both show the same shelf. */
export function ConflictPhoto({ title, identity, photo, missing, children }: ConflictPhotoProps) {
  return (
    <figure className={classes.photo}>
      <figcaption>
        <b>{title}</b>
        <span className={classes.known}>{children}</span>
      </figcaption>
      {photo ? (
        <Picture identity={identity} url={photo.url} title={title} />
      ) : (
        <span className={classes.missing}>
          <IconPhotoOff size={24} stroke={1.5} aria-hidden />
          {missing}
        </span>
      )}
    </figure>
  );
}

function Picture({ identity, url, title }: { identity: string; url: string; title: string }) {
  const steady = useSteadyUrl(identity, url);
  if (steady.failed)
    return (
      <span className={classes.missing}>
        <IconPhotoOff size={24} stroke={1.5} aria-hidden />
        The photo could not be loaded.
      </span>
    );
  return (
    <a href={url} target="_blank" rel="noreferrer" aria-label={`${title}: open it in a new tab`}>
      {/* biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache */}
      <img src={steady.url} alt={title} loading="lazy" decoding="async" onError={steady.onError} />
    </a>
  );
}

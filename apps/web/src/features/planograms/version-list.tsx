'use client';
import Link from 'next/link';
import { sourceFormatLabel } from '../../labels/planogram-format-labels.ts';
import { ownTimeZone } from '../../lib/own-time-zone.ts';
import { Age } from '../../ui/moment.tsx';
import type { ListedVersion } from './list-planograms.ts';
import { periodLabel } from './period-labels.ts';
import classes from './version-list.module.css';
import { versionPath } from './version-path.ts';
import { VersionStatus } from './version-status.tsx';

interface VersionListProps {
  /** Newest first. */
  versions: readonly ListedVersion[];
  /** The version of this screen; undefined on a screen of all versions. */
  here?: ListedVersion | undefined;
  /** Below the list, when the list is not complete. */
  note?: string | null;
}

/** Lists the versions of a planogram, each with a link to compare it: with `here`, or with the one before it. */
export function VersionList({ versions, here, note }: VersionListProps) {
  return (
    <>
      <ul className={classes.list}>
        {versions.map((version, at) => {
          const other = here ?? versions[at + 1];
          const isHere = version.id === here?.id;
          const { positions, facings, activeBays, expired } = version.facts;
          return (
            <li key={version.id} className={classes.row} aria-current={isHere ? 'true' : undefined}>
              <div className={classes.what}>
                {isHere ? (
                  <b>{version.label}</b>
                ) : (
                  <Link className={classes.label} href={versionPath(version.label)} data-walk>
                    {version.label}
                  </Link>
                )}
                <span className={classes.dim}>{periodLabel(version.effectiveFrom, version.effectiveTo)}</span>
              </div>
              <VersionStatus activeBays={activeBays} expired={expired} />
              <span className={classes.figures}>
                {positions.toLocaleString('en')} positions · {facings.toLocaleString('en')} facings
              </span>
              <span className={classes.dim}>
                {sourceFormatLabel(version.sourceFormat)},{' '}
                <Age at={version.createdAt} timeZone={ownTimeZone()} />
                {version.createdBy ? ` by ${version.createdBy}` : ''}
              </span>
              <span className={classes.compare}>
                {isHere ? (
                  'shown here'
                ) : other ? (
                  <Link
                    href={
                      here ? versionPath(here.label, version.label) : versionPath(version.label, other.label)
                    }
                    aria-label={`${here ? '' : 'Compare with the one before: '}Compare ${version.label} with ${other.label}`}
                  >
                    {here ? 'Compare' : 'Compare with the one before'}
                  </Link>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {note ? <p className={classes.note}>{note}</p> : null}
    </>
  );
}

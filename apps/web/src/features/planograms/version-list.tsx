'use client';
import Link from 'next/link';
import { sourceFormatWord } from '../../lib/words/planogram-format-words.ts';
import { Age } from '../../ui/moment.tsx';
import { ownTimeZone } from '../inference/own-time-zone.ts';
import type { ListedVersion } from './list-planograms.ts';
import { periodWords } from './period-words.ts';
import classes from './version-list.module.css';
import { versionPath } from './version-path.ts';
import { VersionStanding } from './version-standing.tsx';

interface VersionListProps {
  /** Newest first. */
  versions: readonly ListedVersion[];
  /** The version whose screen this is on; null on a screen of all. */
  here?: ListedVersion | undefined;
  /** Below the list, where it does not hold all there are. */
  note?: string | null;
}

/** The versions of a planogram, each beside the one that it can be compared with: `here`, or the one before it. */
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
                <span className={classes.dim}>{periodWords(version.effectiveFrom, version.effectiveTo)}</span>
              </div>
              <VersionStanding activeBays={activeBays} expired={expired} />
              <span className={classes.figures}>
                {positions.toLocaleString('en')} positions · {facings.toLocaleString('en')} facings
              </span>
              <span className={classes.dim}>
                {sourceFormatWord(version.sourceFormat)},{' '}
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
                    aria-label={`Compare ${version.label} with ${other.label}`}
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

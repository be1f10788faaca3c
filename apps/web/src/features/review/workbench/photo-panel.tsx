'use client';
import { Anchor, Button, Group } from '@mantine/core';
import { IconExternalLink, IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Selection } from '../../../shelf-view/selection.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { PositionVerdict, ReviewedCapture } from '../read-capture.ts';
import { BeforeAfter } from './before-after.tsx';
import { DrawingCaption } from './drawing-caption.tsx';
import { PhotoEvidence } from './photo-evidence.tsx';
import { previousCaptureQuery } from './read-previous-capture.ts';

interface PhotoPanelProps {
  capture: ReviewedCapture;
  url: string;
  failed: boolean;
  onPhotoError: () => void;
  verdicts: readonly PositionVerdict[];
  selection: Selection;
  showBoxes: boolean;
  setShowBoxes: (shown: boolean) => void;
}

export function PhotoPanel({
  capture,
  url,
  failed,
  onPhotoError,
  verdicts,
  selection,
  showBoxes,
  setShowBoxes,
}: PhotoPanelProps) {
  const { photo, photoExpiredAt } = capture;
  const [wantsBefore, setWantsBefore] = useState(false);
  const { data: previous } = useQuery({ ...previousCaptureQuery(capture), enabled: photo !== null });
  const before = wantsBefore && previous ? previous : null;
  const tools = photo ? (
    <Group gap={8} wrap="nowrap">
      {previous ? (
        <Button
          size="compact-xs"
          variant={before ? 'filled' : 'default'}
          aria-pressed={before !== null}
          onClick={() => setWantsBefore(!wantsBefore)}
        >
          Before and now
        </Button>
      ) : null}
      {verdicts.length > 0 && !before ? (
        <Button
          size="compact-xs"
          variant="default"
          aria-pressed={showBoxes}
          onClick={() => setShowBoxes(!showBoxes)}
        >
          {showBoxes ? 'Hide boxes' : 'Show boxes'}
        </Button>
      ) : null}
      <Anchor href={photo.url} target="_blank" size="xs" aria-label="Open the whole photo in a new tab">
        <IconExternalLink size={16} />
      </Anchor>
    </Group>
  ) : null;
  return (
    <Panel title="Photo" aside={tools}>
      {photo && !failed && before ? (
        <BeforeAfter photo={photo} photoUrl={url} previous={before} timeZone={capture.store.timeZone} />
      ) : photo && !failed ? (
        <>
          <PhotoEvidence
            photo={photo}
            photoUrl={url}
            onPhotoError={onPhotoError}
            verdicts={verdicts}
            covered={capture.currentScore?.coveredRegions ?? []}
            selection={selection}
            showBoxes={showBoxes}
          />
          <DrawingCaption verdicts={verdicts} selection={selection} />
        </>
      ) : (
        <Notice icon={IconPhotoOff} title={titleOf(failed, photoExpiredAt)}>
          {failed
            ? 'Reload the page to try again.'
            : photoExpiredAt
              ? 'It was removed under the retention policy. The findings stay.'
              : 'It has not been prepared yet, or it cannot be opened.'}
        </Notice>
      )}
    </Panel>
  );
}

const titleOf = (failed: boolean, expiredAt: string | null): string => {
  if (failed) return 'The photo could not be loaded';
  return expiredAt ? 'The photo has expired' : 'No photo to show';
};

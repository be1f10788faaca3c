'use client';
import { Anchor, Button, Group } from '@mantine/core';
import { IconExternalLink, IconPhotoOff } from '@tabler/icons-react';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { DrawingCaption } from './drawing-caption.tsx';
import { PhotoEvidence } from './photo-evidence.tsx';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';
import type { Selection } from './selection.ts';

interface PhotoPanelProps {
  photo: ReviewedCapture['photo'];
  url: string;
  failed: boolean;
  onPhotoError: () => void;
  verdicts: readonly PositionVerdict[];
  selection: Selection;
  showBoxes: boolean;
  setShowBoxes: (shown: boolean) => void;
}

export function PhotoPanel({
  photo,
  url,
  failed,
  onPhotoError,
  verdicts,
  selection,
  showBoxes,
  setShowBoxes,
}: PhotoPanelProps) {
  const tools = photo ? (
    <Group gap={8} wrap="nowrap">
      {verdicts.length > 0 ? (
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
      {photo && !failed ? (
        <>
          <PhotoEvidence
            photo={photo}
            photoUrl={url}
            onPhotoError={onPhotoError}
            verdicts={verdicts}
            selection={selection}
            showBoxes={showBoxes}
          />
          <DrawingCaption verdicts={verdicts} selection={selection} />
        </>
      ) : (
        <Notice icon={IconPhotoOff} title={failed ? 'The photo could not be loaded' : 'No photo to show'}>
          {failed
            ? 'Reload the page to ask for it again.'
            : 'It has not been prepared yet, or it cannot be opened.'}
        </Notice>
      )}
    </Panel>
  );
}

'use client';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import classes from './import-form.module.css';

interface FileDropProps {
  file: File | null;
  /** Why the chosen file cannot be sent. */
  obstacle: string | null;
  choose: (file: File) => void;
}

/** Shows a file field that also accepts a dropped file. */
export function FileDrop({ file, obstacle, choose }: FileDropProps) {
  const [over, setOver] = useState(false);
  const hintId = useId();
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) choose(first);
  };
  const onDrag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <label
      className={classes.drop}
      data-over={over}
      onDragEnter={onDrag(true)}
      onDragOver={onDrag(true)}
      onDragLeave={onDrag(false)}
      onDrop={(event) => {
        onDrag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <IconFileUpload size={26} stroke={1.4} aria-hidden />
      <span>
        <b>{file ? file.name : 'Choose a planogram file, or drop it here'}</b>
        <span id={hintId} className={classes.dim} data-tone={obstacle ? 'bad' : undefined}>
          {obstacle ??
            (file
              ? `${Math.max(1, Math.round(file.size / 1024)).toLocaleString('en')} KB. Choose another one to replace it.`
              : 'PSA, CSV, Gondola or Azure JSON, PTS; up to 8 MB')}
        </span>
      </span>
      <input
        type="file"
        aria-label="Planogram file"
        aria-describedby={hintId}
        accept=".json,.csv,.txt,.tsv,.psa,.pts,.dat"
        onChange={(event) => {
          take(event.currentTarget.files);
          // Choosing the same file again, corrected meanwhile, is a change as well.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

'use client';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { Banner } from '../../../ui/banner.tsx';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import classes from './activation-form.module.css';
import { consequenceSentences } from './activation-labels.ts';
import { BaysBefore } from './bays-before.tsx';
import type { ActivationPreview } from './preview-activation.ts';

interface ConsequencePanelProps {
  label: string;
  /** The input is complete enough for a preview. */
  isComplete: boolean;
  preview: ActivationPreview | undefined;
  fault: Error | null;
  retry: () => void;
}

/** Shows the consequences before anything is done. */
export function ConsequencePanel({ label, isComplete, preview, fault, retry }: ConsequencePanelProps) {
  const consequences = preview?.consequences;
  return (
    <section className={classes.consequences} aria-label="Consequences" aria-live="polite">
      <h3>Consequences</h3>
      {!isComplete ? (
        <p className={classes.dim}>
          Enter the aisle, the stores or groups, and the time to see the consequences.
        </p>
      ) : preview ? null : fault ? (
        <FaultNotice fault={fault} retry={retry} />
      ) : (
        <LoadingRows rows={2} height={18} />
      )}
      {preview && preview.userErrors.length > 0 ? (
        <div className={classes.warnings} style={{ paddingTop: 8 }}>
          {preview.userErrors.map(({ message }) => (
            <Banner key={message} tone="bad" icon={IconAlertCircle} title={message}>
              {''}
            </Banner>
          ))}
        </div>
      ) : null}
      {consequences ? (
        <>
          <ul>
            {consequenceSentences(consequences).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className={classes.warnings}>
            {consequences.warnings.map(({ code, message }) => (
              <Banner key={code} tone="short" icon={IconAlertTriangle} title="Warning:">
                {message}
              </Banner>
            ))}
          </div>
          {consequences.bays.length > 0 ? <BaysBefore label={label} consequences={consequences} /> : null}
        </>
      ) : null}
    </section>
  );
}

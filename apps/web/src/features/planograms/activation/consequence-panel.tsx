'use client';
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import { Banner } from '../../ui/banner.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import classes from './activation-form.module.css';
import { consequenceWords } from './activation-words.ts';
import { BaysBefore } from './bays-before.tsx';
import type { ActivationPreview } from './preview-activation.ts';

interface ConsequencePanelProps {
  label: string;
  /** Enough was said to ask for the consequences. */
  asked: boolean;
  preview: ActivationPreview | undefined;
  fault: Error | null;
  retry: () => void;
}

/** What will follow, before anything is done. */
export function ConsequencePanel({ label, asked, preview, fault, retry }: ConsequencePanelProps) {
  const consequences = preview?.consequences;
  return (
    <section className={classes.consequences} aria-label="What follows" aria-live="polite">
      <h3>What follows</h3>
      {!asked ? (
        <p className={classes.dim}>
          Say the aisle, the stores or groups, and when; then it is worked out here.
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
            {consequenceWords(consequences).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className={classes.warnings}>
            {consequences.warnings.map(({ code, message }) => (
              <Banner key={code} tone="short" icon={IconAlertTriangle} title="Mind:">
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

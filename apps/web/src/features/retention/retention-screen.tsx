'use client';
import { PageTitle } from '../../ui/page-title.tsx';
import { IntegrityPanel } from './integrity-panel.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import classes from './retention-screen.module.css';
import { RunsPanel } from './runs-panel.tsx';

/** How long things are kept, what that lets go, and whether everything that should be there is there. */
export function RetentionScreen() {
  return (
    <>
      <PageTitle
        title="Retention"
        about="How long captures are reviewed and photos are kept. Nothing expires by accident: a policy has to say so, and a dry run announces it first."
      />
      <div className={classes.panels}>
        <PolicyPanel />
        <RunsPanel />
        <IntegrityPanel />
      </div>
    </>
  );
}

'use client';
import { PageTitle } from '../../ui/page-title.tsx';
import { IntegrityPanel } from './integrity-panel.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import classes from './retention-screen.module.css';
import { RunsPanel } from './runs-panel.tsx';

/** Shows the retention policy, its effect, and the integrity of the stored photos. */
export function RetentionScreen() {
  return (
    <>
      <PageTitle
        title="Retention"
        about="How long captures are reviewed and photos are stored. A photo expires only under a policy, and after a dry run has announced it."
      />
      <div className={classes.panels}>
        <PolicyPanel />
        <RunsPanel />
        <IntegrityPanel />
      </div>
    </>
  );
}

'use client';
import type { MasterDataKind } from '../../generated/graphql.ts';
import { masterDataKindLabels } from '../../labels/master-data-labels.ts';
import { can } from '../../lib/can.ts';
import { useViewer, type Viewer } from '../../lib/viewer.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { ImportForm } from './import-form.tsx';
import { ImportList } from './import-list.tsx';
import classes from './master-data.module.css';

/** Shows the imports of master data, and imports files for those who may. */
export function MasterDataScreen() {
  const kinds = kindsOf(useViewer());
  return (
    <>
      <PageTitle
        title="Master data"
        about="Stores, bays, categories, products and assignments from files. A file deletes nothing."
      />
      <div className={classes.screen}>
        {kinds.length > 0 ? <ImportForm kinds={kinds} /> : null}
        <ImportList />
      </div>
    </>
  );
}

const kindsOf = (viewer: Viewer): MasterDataKind[] =>
  (Object.keys(masterDataKindLabels) as MasterDataKind[]).filter((kind) =>
    can(viewer, kind === 'STORES' ? 'STORE_CREATE' : 'MASTER_DATA_SAVE'),
  );

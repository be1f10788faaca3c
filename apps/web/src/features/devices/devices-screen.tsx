'use client';
import { Checkbox } from '@mantine/core';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { PageTitle } from '../../ui/page-title.tsx';
import { StoreSelect } from '../../ui/pickers/store-select.tsx';
import { DeviceList } from './device-list.tsx';
import classes from './devices-screen.module.css';
import { FirmwareTable } from './firmware-table.tsx';

/** Shows the devices of all stores or of one, with their clocks, and what became of each firmware's photos. */
export function DevicesScreen() {
  const [{ store, wrong }, setFilters] = useQueryStates(
    { store: parseAsString, wrong: parseAsBoolean.withDefault(false) },
    { history: 'replace' },
  );
  return (
    <>
      <PageTitle
        title="Devices"
        about="Cameras and phones that send photos: their clocks, their firmware, and the flaws of each firmware."
      />
      <search className={classes.bar} aria-label="Filter devices">
        <StoreSelect placeholder="Any" value={store} onChange={(code) => void setFilters({ store: code })} />
        <Checkbox
          label="Only with a clock error"
          checked={wrong}
          onChange={({ currentTarget }) => void setFilters({ wrong: currentTarget.checked })}
        />
      </search>
      <div className={classes.lists}>
        <DeviceList
          filter={{ ...(store !== null && { storeCode: store }), ...(wrong && { clockErrorKnown: true }) }}
        />
        <FirmwareTable storeCode={store} />
      </div>
    </>
  );
}

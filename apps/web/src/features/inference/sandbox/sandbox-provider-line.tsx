'use client';
import { Radio } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconCircleX, IconClockPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { SandboxFault } from '../../../generated/graphql.ts';
import { providerLabel } from '../../../labels/provider-labels.ts';
import { sandboxFaultLabels } from '../../../labels/sandbox-labels.ts';
import { Tag } from '../../../ui/tag.tsx';
import classes from '../inference.module.css';
import type { SandboxProvider } from './read-sandbox.ts';
import { useSetSandboxFault } from './set-sandbox-fault.ts';

interface SandboxProviderLineProps {
  line: SandboxProvider;
  /** The workers of this instance call this provider. */
  isUsed: boolean;
  maySwitch: boolean;
}

const healthy = 'HEALTHY';
type Choice = SandboxFault | typeof healthy;
const choices: Choice[] = [healthy, ...(Object.keys(sandboxFaultLabels) as SandboxFault[])];

/** Shows one provider of the sandbox: its current fault, and a switch. */
export function SandboxProviderLine({ line, isUsed, maySwitch }: SandboxProviderLineProps) {
  const { provider, calls, fault, setFault } = line;
  const name = providerLabel(provider.toLowerCase());
  const { mutate, error } = useSetSandboxFault();
  // The choice is shown at once; the tag shows what the sandbox has accepted.
  const [wanted, setWanted] = useState<Choice | null>(null);
  const taken = fault === null ? healthy : setFault;
  const change = (choice: Choice) => {
    setWanted(choice);
    const { label, meaning } =
      choice === healthy
        ? { label: 'Healthy', meaning: 'The provider answers again from the next call.' }
        : sandboxFaultLabels[choice];
    mutate(
      { provider, fault: choice === healthy ? null : choice },
      {
        onSuccess: () => notifications.show({ title: `${name}: ${label}`, message: meaning }),
        onSettled: () => setWanted(null),
      },
    );
  };
  return (
    <>
      <div className={classes.grow}>
        <div className={classes.moves}>
          <b>{name}</b> <FaultTag line={line} />
        </div>
        <p className={classes.dim}>
          {calls.toLocaleString('en')} {calls === 1 ? 'call' : 'calls'} since it was started
          {isUsed ? '; the workers of this instance use it' : ''}
        </p>
        {error ? (
          <p role="alert" className={classes.fault}>
            Not switched. {error.message}
          </p>
        ) : null}
      </div>
      <fieldset className={classes.choices} disabled={!maySwitch}>
        <legend className={classes.spoken}>{name} in the sandbox</legend>
        {choices.map((value) => (
          <Radio
            key={value}
            size="xs"
            name={`sandbox-${provider}`}
            value={value}
            label={value === healthy ? 'Healthy' : sandboxFaultLabels[value].label}
            checked={(wanted ?? taken) === value}
            disabled={!maySwitch}
            onChange={() => change(value)}
          />
        ))}
      </fieldset>
    </>
  );
}

function FaultTag({ line: { fault, setFault, isOn } }: { line: SandboxProvider }) {
  if (fault === null)
    return (
      <Tag tone="good" icon={IconCircleCheck}>
        Healthy
      </Tag>
    );
  const label = setFault ? sandboxFaultLabels[setFault].label : `Set elsewhere: ${fault}`;
  return isOn ? (
    <Tag tone="bad" icon={IconCircleX}>
      {label}
    </Tag>
  ) : (
    <Tag tone="short" icon={IconClockPause}>
      {label}, in a pause
    </Tag>
  );
}

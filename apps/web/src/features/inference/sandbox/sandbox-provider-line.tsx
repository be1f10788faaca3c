'use client';
import { Radio } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconCircleX, IconClockPause } from '@tabler/icons-react';
import { useState } from 'react';
import type { SandboxFault } from '../../generated/graphql.ts';
import { providerWord } from '../../lib/words/provider-words.ts';
import { sandboxFaultWords } from '../../lib/words/sandbox-words.ts';
import { Tag } from '../../ui/tag.tsx';
import classes from './inference.module.css';
import type { SandboxProvider } from './read-sandbox.ts';
import { useSetSandboxFault } from './set-sandbox-fault.ts';

interface SandboxProviderLineProps {
  line: SandboxProvider;
  /** The workers of this instance call it. */
  isUsed: boolean;
  mayAct: boolean;
}

const healthy = 'HEALTHY';
type Choice = SandboxFault | typeof healthy;
const choices: Choice[] = [healthy, ...(Object.keys(sandboxFaultWords) as SandboxFault[])];

/** One provider of the sandbox: what it does at the moment, and a switch. */
export function SandboxProviderLine({ line, isUsed, mayAct }: SandboxProviderLineProps) {
  const { provider, calls, fault, setFault } = line;
  const name = providerWord(provider.toLowerCase());
  const { mutate, error } = useSetSandboxFault();
  // What was just chosen is shown at once; the tag says what the sandbox has taken.
  const [wanted, setWanted] = useState<Choice | null>(null);
  const taken = fault === null ? healthy : setFault;
  const change = (choice: Choice) => {
    setWanted(choice);
    const { word, meaning } =
      choice === healthy
        ? { word: 'Healthy', meaning: 'It answers again from its next call on.' }
        : sandboxFaultWords[choice];
    mutate(
      { provider, fault: choice === healthy ? null : choice },
      {
        onSuccess: () => notifications.show({ title: `${name}: ${word}`, message: meaning }),
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
      <fieldset className={classes.choices} disabled={!mayAct}>
        <legend className={classes.spoken}>{name} in the sandbox</legend>
        {choices.map((value) => (
          <Radio
            key={value}
            size="xs"
            name={`sandbox-${provider}`}
            value={value}
            label={value === healthy ? 'Healthy' : sandboxFaultWords[value].word}
            checked={(wanted ?? taken) === value}
            disabled={!mayAct}
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
  const word = setFault ? sandboxFaultWords[setFault].word : `Set elsewhere: ${fault}`;
  return isOn ? (
    <Tag tone="bad" icon={IconCircleX}>
      {word}
    </Tag>
  ) : (
    <Tag tone="short" icon={IconClockPause}>
      {word}, in a pause
    </Tag>
  );
}

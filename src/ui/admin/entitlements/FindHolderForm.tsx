import { Button, Form, Inline, Select, Stack } from '@forge/react';
import React, { useState } from 'react';
import { type Choice, choicesOf, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { useNavigation } from '../../shared/navigation';
import { useHandler } from '../../shared/use-handler';
import { type HolderFinding, findingPath } from './addresses';

type Entity = HolderFinding['entity'];

const holders: readonly (Choice & { value: Entity })[] = [
  { value: 'customer', label: 'Customer' },
  { value: 'organization', label: 'Organization' },
];

const words: Record<Entity, { label: string; help: string; problem: string }> = {
  customer: {
    label: 'Email, name or customer ID',
    help: 'Enter the start of an email address or name, or a customer ID in full.',
    problem: 'Enter an email address, a name or a customer ID.',
  },
  organization: {
    label: 'Part of the name, or ID',
    help: 'Letter case doesn’t matter. Enter an ID in full.',
    problem: 'Enter part of the name, or an ID.',
  },
};

/** Asks whose entitlements to show, and goes to the address of what it finds. */
export function FindHolderForm({ finding }: { finding: HolderFinding | null }) {
  const { go } = useNavigation();
  const [entity, setEntity] = useState<Entity>(finding?.entity ?? 'customer');
  const [text, setText] = useState(finding?.text ?? '');
  /** How often it was sent with nothing written. */
  const [tries, setTries] = useState(0);
  const { label, help, problem } = words[entity];
  const wanted = text.trim();
  const submit = useHandler(() => {
    if (wanted === '') setTries((before) => before + 1);
    else go(findingPath({ entity, text: wanted, page: 0 }));
  });
  return (
    <Form onSubmit={submit}>
      <Stack space="space.150">
        <Inline space="space.200" rowSpace="space.150" alignBlock="start" shouldWrap>
          <Field id="holder-entity" label="Held by" size="small" error={null}>
            <Select
              inputId="holder-entity"
              options={[...holders]}
              value={choicesOf([entity], holders)[0] ?? null}
              onChange={(chosen: unknown) => {
                setEntity(holders.find(({ value }) => value === chosenValues(chosen)[0])?.value ?? entity);
                setTries(0);
              }}
            />
          </Field>
          <TextField
            id="holder-text"
            label={label}
            help={help}
            error={tries > 0 && wanted === '' ? problem : null}
            focusTurn={tries}
            maxLength={200}
            value={text}
            onChange={setText}
          />
        </Inline>
        <Inline>
          <Button appearance="primary" type="submit">
            Find
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
}

import { Button, HelperMessage, Inline, RadioGroup, Stack, Text } from '@forge/react';
import React from 'react';
import { allKinds } from '../../../../domain/kinds';
import type { ImportKind } from '../../../../domain/kinds/kind';
import { Section } from '../../../shared/Section';

interface Props {
  kind: ImportKind;
  operation: string;
  onKind: (kind: ImportKind) => void;
  onOperation: (operation: string) => void;
  onNext: () => void;
}

export function WhatStep({ kind, operation, onKind, onOperation, onNext }: Props) {
  return (
    <Stack space="space.300">
      {allKinds().length > 1 && <Kinds kind={kind} onKind={onKind} />}
      <Section title="What to do with the rows in your file">
        <Text>{kind.words.row}</Text>
        <RadioGroup
          name="operation"
          value={operation}
          options={kind.operations.map(({ id, name, meaning }) => ({
            name: 'operation',
            value: id,
            label: `${name}: ${meaning}`,
          }))}
          onChange={(event) => {
            const chosen = kind.operations.find(({ id }) => id === event.target.value);
            if (chosen) onOperation(chosen.id);
          }}
        />
        <HelperMessage>{kind.words.identity}</HelperMessage>
        <Inline alignInline="end">
          <Button appearance="primary" onClick={onNext}>
            Continue to the file
          </Button>
        </Inline>
      </Section>
    </Stack>
  );
}

function Kinds({ kind, onKind }: Pick<Props, 'kind' | 'onKind'>) {
  return (
    <Section title="What you import">
      <RadioGroup
        name="kind"
        value={kind.id}
        options={allKinds().map(({ id, words }) => ({
          name: 'kind',
          value: id,
          label: `${words.title}: ${words.purpose}`,
        }))}
        onChange={(event) => {
          const chosen = allKinds().find(({ id }) => id === event.target.value);
          if (chosen) onKind(chosen);
        }}
      />
    </Section>
  );
}

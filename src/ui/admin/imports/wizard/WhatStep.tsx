import { Button, Heading, HelperMessage, Inline, RadioGroup, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { allKinds, operationOf } from '../../../../domain/kinds';
import type { ImportKind } from '../../../../domain/kinds/kind';
import { Section } from '../../../shared/Section';
import { groupedKinds } from './kind-groups';
import { takesForGood } from '../confirmation';

interface Props {
  kind: ImportKind;
  operation: string;
  onKind: (kind: ImportKind) => void;
  onOperation: (operation: string) => void;
  onNext: () => void;
}

export function WhatStep({ kind, operation, onKind, onOperation, onNext }: Props) {
  // What can be undone is said at the start, where what was there is kept or not.
  const isDangerous = takesForGood(kind, operationOf(kind, operation), true);
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
        {isDangerous && (
          <SectionMessage appearance="warning" title="You can’t undo this">
            <Text>{kind.words.lasting}</Text>
          </SectionMessage>
        )}
        <Inline alignInline="end">
          <Button appearance="primary" onClick={onNext}>
            Continue to the file
          </Button>
        </Inline>
      </Section>
    </Stack>
  );
}

const headingOf = (title: string): string => `kinds-${title.toLowerCase().replaceAll(' ', '-')}`;

/**
 * Each group has a name of its own: of radio buttons with one name, the browser would keep the one that the page still
 * shows as chosen.
 */
function Kinds({ kind, onKind }: Pick<Props, 'kind' | 'onKind'>) {
  return (
    <Section title="What you import or remove">
      {groupedKinds().map(({ title, kinds }) => (
        <Stack key={title} space="space.075">
          <Heading as="h3" size="xsmall" id={headingOf(title)}>
            {title}
          </Heading>
          <RadioGroup
            name={headingOf(title)}
            value={kind.id}
            // oxlint-disable-next-line typescript/no-deprecated -- UI Kit does not have what Atlaskit has instead.
            aria-labelledby={headingOf(title)}
            options={kinds.map(({ id, words }) => ({
              name: headingOf(title),
              value: id,
              label: `${words.title}: ${words.purpose}`,
            }))}
            onChange={(event) => {
              const chosen = kinds.find(({ id }) => id === event.target.value);
              if (chosen) onKind(chosen);
            }}
          />
        </Stack>
      ))}
    </Section>
  );
}

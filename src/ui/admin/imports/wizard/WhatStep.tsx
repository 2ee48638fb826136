import { Button, HelperMessage, Inline, RadioGroup, Stack, Text } from '@forge/react';
import React from 'react';
import { type ImportOperation, importOperations } from '../../../../contract/imports';
import { Section } from '../../../shared/Section';
import { operationMeanings, operationNames } from './words';

interface Props {
  operation: ImportOperation;
  onOperation: (operation: ImportOperation) => void;
  onNext: () => void;
}

const options = importOperations.map((operation) => ({
  name: 'operation',
  value: operation,
  label: `${operationNames[operation]}: ${operationMeanings[operation]}`,
}));

export function WhatStep({ operation, onOperation, onNext }: Props) {
  return (
    <Section title="What to do with the rows in your file">
      <Text>Each row is one customer, with their email, name, detail values, organizations and products.</Text>
      <RadioGroup
        name="operation"
        value={operation}
        options={options}
        onChange={(event) => {
          const chosen = importOperations.find((candidate) => candidate === event.target.value);
          if (chosen) onOperation(chosen);
        }}
      />
      <Stack>
        <HelperMessage>Customers are identified by email or customer ID.</HelperMessage>
      </Stack>
      <Inline alignInline="end">
        <Button appearance="primary" onClick={onNext}>
          Continue to the file
        </Button>
      </Inline>
    </Section>
  );
}

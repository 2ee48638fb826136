import { Button, ErrorMessage, HelperMessage, Inline, Stack } from '@forge/react';
import React from 'react';
import { MAX_CONDITIONS } from '../../../contract/customers';
import { call } from '../../shared/call';
import type { ListChange } from '../../shared/form/use-draft';
import { Loaded } from '../../shared/Loaded';
import { useResource } from '../../shared/use-resource';
import { ConditionLine } from './ConditionLine';
import { type Condition, conditionProblem } from './find-draft';

interface Props {
  conditions: readonly Condition[];
  problem: string | null;
  /** As of TextField: the first control that lacks something takes the focus. */
  focusTurn: number;
  onChange: (change: ListChange<Condition>) => void;
}

const loadFields = () => call('imports.fields', { entity: 'customer' });

/** Fields with the value that each has to hold: a customer is found who holds all of them. */
export function ConditionFields({ conditions, problem, focusTurn, onChange }: Props) {
  const resource = useResource(loadFields);
  const lacking = conditions.findIndex((condition) => conditionProblem(condition) !== null);
  return (
    <Loaded resource={resource} lines={2} label="Loading detail fields">
      {({ fields }) => (
        <Stack space="space.100">
          {conditions.map((condition, index) => (
            <ConditionLine
              key={index}
              place={index + 1}
              condition={condition}
              fields={fields}
              focusTurn={index === lacking ? focusTurn : 0}
              onChange={(part) => onChange((now) => now.map((one, at) => (at === index ? { ...one, ...part } : one)))}
              onRemove={
                conditions.length > 1 ? () => onChange((now) => now.filter((_, at) => at !== index)) : undefined
              }
            />
          ))}
          {problem === null ? (
            <HelperMessage>
              Finds customers who have all of these values. Enter each value in full. Letter case doesn’t matter.
            </HelperMessage>
          ) : (
            <ErrorMessage>{problem}</ErrorMessage>
          )}
          {conditions.length < MAX_CONDITIONS && (
            <Inline>
              <Button spacing="compact" onClick={() => onChange((now) => [...now, { field: '', value: '' }])}>
                Add a field
              </Button>
            </Inline>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

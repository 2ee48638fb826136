import { Button, Form, Inline, Select, Stack } from '@forge/react';
import React, { useState } from 'react';
import { type Choice, choicesOf, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { useNavigation } from '../../shared/navigation';
import { useHandler } from '../../shared/use-handler';
import { type OrganizationFinding, findingPath, wantedOf } from './addresses';

type By = OrganizationFinding['by'];

const ways: readonly (Choice & { value: By })[] = [
  { value: 'words', label: 'Part of the name' },
  { value: 'names', label: 'Names or IDs' },
];

/** Asks for one way of finding, and goes to the address of what it finds. */
export function FindForm({ finding }: { finding: OrganizationFinding | null }) {
  const { go } = useNavigation();
  const [by, setBy] = useState<By>(finding?.by ?? 'words');
  const [text, setText] = useState(finding?.wanted.join('\n') ?? '');
  /** How often it was sent with something lacking. */
  const [tries, setTries] = useState(0);
  const wanted = wantedOf(by, text);
  const submit = useHandler(() => {
    if ('problem' in wanted) setTries((before) => before + 1);
    else go(findingPath(wanted));
  });
  return (
    <Form onSubmit={submit}>
      <Stack space="space.150">
        <Inline space="space.200" rowSpace="space.150" alignBlock="start" shouldWrap>
          <Field id="find-by" label="Find by" size="small" error={null}>
            <Select
              inputId="find-by"
              options={[...ways]}
              value={choicesOf([by], ways)[0] ?? null}
              onChange={(chosen: unknown) => {
                setBy(ways.find(({ value }) => value === chosenValues(chosen)[0])?.value ?? by);
                setTries(0);
              }}
            />
          </Field>
          <TextField
            key={by}
            id="find-text"
            label={by === 'words' ? 'Part of the name' : 'Names or IDs'}
            help={
              by === 'words'
                ? 'Letter case doesn’t matter. Your site can’t search organizations, so the console reads through the list.'
                : 'Enter one or more in full, each on its own line. Letter case doesn’t matter.'
            }
            error={tries > 0 && 'problem' in wanted ? wanted.problem : null}
            focusTurn={tries}
            lines={by === 'words' ? 1 : 2}
            value={text}
            onChange={setText}
          />
        </Inline>
        <Inline space="space.100">
          <Button type="submit">Find organizations</Button>
          {finding && (
            <Button appearance="subtle" onClick={() => go(['organizations'])}>
              Show all
            </Button>
          )}
        </Inline>
      </Stack>
    </Form>
  );
}

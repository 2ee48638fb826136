import { Box, Button, Form, Inline, Select, Stack, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { CustomerQuery } from '../../../contract/customers';
import { type Choice, choicesOf, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { type DraftChange, useDraft } from '../../shared/form/use-draft';
import { useNavigation } from '../../shared/navigation';
import { useHandler } from '../../shared/use-handler';
import { ConditionFields } from './ConditionFields';
import { type FindDraft, draftOf, queryOf } from './find-draft';
import { findingPath } from './find-path';
import { OrganizationPicker } from './OrganizationPicker';

const ways: readonly (Choice & { value: CustomerQuery['by'] })[] = [
  { value: 'person', label: 'Email or name' },
  { value: 'details', label: 'Detail values' },
  { value: 'organization', label: 'Organization' },
  { value: 'id', label: 'Customer ID' },
];

const wanted = xcss({ maxWidth: '100%' });

/** Asks for one way of finding, and goes to the address of what it finds. */
export function FindForm({ query }: { query: CustomerQuery | null }) {
  const { go } = useNavigation();
  const [draft, change] = useDraft(() => draftOf(query));
  /** How often it was sent with something lacking. */
  const [tries, setTries] = useState(0);
  const asked = queryOf(draft);
  const problem = tries > 0 && 'problem' in asked ? asked.problem : null;
  const submit = useHandler(() => {
    if ('query' in asked) go(findingPath({ query: asked.query, page: 0 }));
    else setTries((before) => before + 1);
  });
  return (
    <Form onSubmit={submit}>
      <Stack space="space.150">
        <Inline space="space.200" rowSpace="space.150" alignBlock="start" shouldWrap>
          <Field id="find-by" label="Find by" size="small" error={null}>
            <Select
              inputId="find-by"
              options={[...ways]}
              value={choicesOf([draft.by], ways)[0] ?? null}
              onChange={(chosen: unknown) => {
                const by = ways.find(({ value }) => value === chosenValues(chosen)[0])?.value;
                if (by !== undefined) change({ by });
                setTries(0);
              }}
            />
          </Field>
          <Box xcss={wanted}>
            <Wanted draft={draft} problem={problem} focusTurn={tries} onChange={change} />
          </Box>
        </Inline>
        <Inline>
          <Button type="submit">Find customers</Button>
        </Inline>
      </Stack>
    </Form>
  );
}

interface WantedProps {
  draft: FindDraft;
  problem: string | null;
  focusTurn: number;
  onChange: (change: DraftChange<FindDraft>) => void;
}

function Wanted({ draft, problem, focusTurn, onChange }: WantedProps) {
  switch (draft.by) {
    case 'person':
      return (
        <TextField
          id="find-text"
          label="Email or name"
          help="Enter the start of an email address or name. This uses Jira’s user search: new accounts can take minutes to appear, and you can find a hidden address only by entering it in full."
          error={problem}
          focusTurn={focusTurn}
          value={draft.text}
          onChange={(text) => onChange({ text })}
        />
      );
    case 'id':
      return (
        <TextField
          id="find-ids"
          label="Customer IDs"
          help="Enter one or more, each on its own line or separated by commas."
          error={problem}
          focusTurn={focusTurn}
          lines={2}
          value={draft.ids}
          onChange={(ids) => onChange({ ids })}
        />
      );
    case 'details':
      return (
        <ConditionFields
          conditions={draft.conditions}
          problem={problem}
          focusTurn={focusTurn}
          onChange={(write) => onChange(({ conditions }) => ({ conditions: write(conditions) }))}
        />
      );
    case 'organization':
      return (
        <Field id="find-organization" label="Organization" error={null}>
          <OrganizationPicker
            key={focusTurn}
            id="find-organization"
            values={draft.organization === null ? [] : [draft.organization]}
            error={problem}
            autoFocus={focusTurn > 0}
            onChange={([organization = null]) => onChange({ organization })}
          />
        </Field>
      );
  }
}

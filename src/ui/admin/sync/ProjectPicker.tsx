import { Select } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { call } from '../../shared/call';
import { chosenValues } from '../../shared/choice';
import { Failure } from '../../shared/Failure';
import { Field } from '../../shared/form/Field';
import { useResource } from '../../shared/use-resource';

interface Props {
  /** The key of the project; empty for none. */
  value: string;
  onChange: (key: string) => void;
}

/** A project of the site, found by typing a part of its name. */
export function ProjectPicker({ value, onChange }: Props) {
  const [text, setText] = useState('');
  const load = useCallback(() => call('syncs.projects', { text }), [text]);
  const { data, error, isLoading, reload } = useResource(load);
  const choices = (data?.projects ?? []).map(({ key, name }) => ({ label: `${name} (${key})`, value: key }));
  const chosen = choices.find((choice) => choice.value === value) ?? { label: value, value };
  return (
    <>
      <Field
        id="tell"
        label="Project"
        help="Issues in it tell what waits for a person: a delivery that was held, a large change, rows that failed, records that someone has edited on your site. They’re created as the person whom the sync acts as."
        error={null}
      >
        <Select
          inputId="tell"
          isClearable
          isLoading={isLoading}
          placeholder="Nobody is told"
          options={choices}
          value={value === '' ? null : chosen}
          onInputChange={(typed: unknown) => setText(typeof typed === 'string' ? typed.slice(0, 100) : '')}
          onChange={(option: unknown) => onChange(chosenValues(option)[0] ?? '')}
        />
      </Field>
      {error && <Failure error={error} onRetry={reload} />}
    </>
  );
}

import React from 'react';
import { RadioField } from '../../shared/form/RadioField';
import { Section } from '../../shared/Section';
import type { PartProps } from './JobSettings';

/** What a new import proposes; who imports can choose otherwise. */
export function ImportDefaults({ draft, onChange }: Omit<PartProps, 'fields'>) {
  return (
    <Section title="What a new import proposes">
      <RadioField
        name="emptyCells"
        label="Empty cells of detail fields"
        help="Files are often exported without some of the values: clearing by default can lose them."
        value={draft.emptyCells}
        onChange={(emptyCells) => onChange({ emptyCells })}
        options={[
          { value: 'leave', label: 'Leave what is stored' },
          { value: 'clear', label: 'Clear what is stored' },
        ]}
      />
      <RadioField
        name="problemRows"
        label="Rows with problems"
        help="Where every import has to be complete, let the file be corrected first."
        value={draft.problemRows}
        onChange={(problemRows) => onChange({ problemRows })}
        options={[
          { value: 'ask', label: 'Ask each time' },
          { value: 'leave out', label: 'Leave them out and import the others' },
          { value: 'fix first', label: 'Stop, and correct the file first' },
        ]}
      />
    </Section>
  );
}

import React from 'react';
import { RadioField } from '../../shared/form/RadioField';
import { Section } from '../../shared/Section';
import type { PartProps } from './JobSettings';

/** Defaults for new imports; who imports can choose otherwise. */
export function ImportDefaults({ draft, onChange }: Omit<PartProps, 'fields'>) {
  return (
    <Section title="Defaults for new imports">
      <RadioField
        name="emptyCells"
        label="Empty cells in detail fields"
        help="Files are often exported without some of the values. Clearing by default can delete those values from your site."
        value={draft.emptyCells}
        onChange={(emptyCells) => onChange({ emptyCells })}
        options={[
          { value: 'leave', label: 'Keep stored values' },
          { value: 'clear', label: 'Clear stored values' },
        ]}
      />
      <RadioField
        name="problemRows"
        label="Rows with problems"
        help="If every import has to be complete, choose to correct the file first."
        value={draft.problemRows}
        onChange={(problemRows) => onChange({ problemRows })}
        options={[
          { value: 'ask', label: 'Ask each time' },
          { value: 'leave out', label: 'Leave them out and import the others' },
          { value: 'fix first', label: 'Stop and correct the file first' },
        ]}
      />
    </Section>
  );
}

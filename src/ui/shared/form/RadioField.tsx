import { Box, HelperMessage, Radio, Stack, Text, xcss } from '@forge/react';
import React from 'react';

interface RadioFieldProps<T extends string> {
  name: string;
  label: string;
  help?: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

const width = xcss({ width: '600px', maxWidth: '100%' });

/**
 * One of a few choices, all of them in sight. A screen reader says the label before each choice: UI Kit changes the ids
 * of an app's elements and not the references to them, so that a group of choices cannot be given a name.
 */
export function RadioField<T extends string>({ name, label, help, options, value, onChange }: RadioFieldProps<T>) {
  return (
    <Box xcss={width}>
      <Stack space="space.050">
        <Text size="small" weight="semibold" color="color.text.subtle">
          {label}
        </Text>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            ariaLabel={`${label}: ${option.label}`}
            isChecked={option.value === value}
            onChange={() => onChange(option.value)}
          />
        ))}
        {help !== undefined && <HelperMessage>{help}</HelperMessage>}
      </Stack>
    </Box>
  );
}

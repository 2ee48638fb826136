import { Box, HelperMessage, RadioGroup, Stack, Text, xcss } from '@forge/react';
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
 * One of a few choices, all of them in sight. Each choice says by itself what it does: UI Kit changes the ids of an
 * app's elements and not the references to them, so that the group cannot be given the label as its name.
 */
export function RadioField<T extends string>({ name, label, help, options, value, onChange }: RadioFieldProps<T>) {
  return (
    <Box xcss={width}>
      <Stack space="space.050">
        <Text size="small" weight="semibold" color="color.text.subtle">
          {label}
        </Text>
        <RadioGroup
          name={name}
          value={value}
          options={options.map((option) => ({ name, value: option.value, label: option.label }))}
          onChange={({ target }) => {
            const chosen = options.find((option) => option.value === target.value);
            if (chosen) onChange(chosen.value);
          }}
        />
        {help !== undefined && <HelperMessage>{help}</HelperMessage>}
      </Stack>
    </Box>
  );
}

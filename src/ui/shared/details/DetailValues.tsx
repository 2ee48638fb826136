import { Box, Stack, Text, xcss } from '@forge/react';
import React, { useId } from 'react';
import type { DetailValue } from '../../../contract/details';
import { DetailRow } from './DetailRow';
import type { SaveValues } from './use-detail-edit';
import { usePencils } from './use-pencils';

interface Props {
  /** Every field that can be shown, in the order of the site, with or without values. */
  details: readonly DetailValue[];
  onSave: SaveValues;
  /** A field was found to hold something else than `details` says: what was saved here, or by somebody else meanwhile. */
  onHeld?: (field: string, values: readonly string[]) => void;
  /** Fields known to be closed to this person: they get no editor. */
  isReadOnly?: (field: string) => boolean;
  /** Said where the site has no fields at all. */
  whenNone?: string;
}

// Farther apart, the eye does not find the pencil of a value.
const list = xcss({ width: '100%', maxWidth: '640px' });

/** The detail values of one entity, each edited in its place. */
export function DetailValues({ details, onSave, onHeld, isReadOnly = () => false, whenNone }: Props) {
  const prefix = useId();
  const names = details.map(({ name }) => name);
  const pencils = usePencils(names, isReadOnly);
  if (details.length === 0) {
    return <Text color="color.text.subtle">{whenNone ?? 'Your site has no detail fields for this yet.'}</Text>;
  }
  return (
    <Box xcss={list}>
      <Stack space="space.050">
        {details.map((detail, index) => (
          <DetailRow
            // Made again with another type, it is another field: what was entered for the one is nothing to the other.
            key={`${detail.type} ${detail.name}`}
            id={`${prefix}-${index}`}
            detail={detail}
            onSave={onSave}
            onHeld={(values) => {
              pencils.refusals.allow(detail.name);
              onHeld?.(detail.name, values);
            }}
            onRefused={(reason) => pencils.refusals.refuse(detail.name, reason)}
            onClose={(hasFocus) => pencils.close(detail.name, hasFocus)}
            refusal={pencils.refusals.of(detail.name)}
            isReadOnly={isReadOnly(detail.name)}
            focusTurn={pencils.focusTurnOf(detail.name)}
          />
        ))}
      </Stack>
    </Box>
  );
}

import { Box, Checkbox, Inline, xcss } from '@forge/react';
import React from 'react';
import type { FieldRule } from '../../../../contract/profile/settings';
import { isolated } from '../../../../domain/isolated';
import { IconAction } from '../../../shared/IconAction';

interface Props {
  rule: FieldRule;
  isFirst: boolean;
  isLast: boolean;
  /** Whether the values can be edited on an issue at all. */
  isEditable: boolean;
  onChange: (part: Partial<FieldRule>) => void;
  onMove: (by: -1 | 1) => void;
}

const line = xcss({ width: '560px', maxWidth: '100%' });
const nameColumn = xcss({ flexGrow: '1', minWidth: '0' });
const unseen = xcss({ height: '1px', width: '1px', overflow: 'hidden' });

/** One field: whether it shows, whether it is read-only, its way up and down the list. */
export function RuleLine({ rule, isFirst, isLast, isEditable, onChange, onMove }: Props) {
  const { name, isShown, isReadOnly } = rule;
  return (
    <Box xcss={line}>
      <Inline space="space.100" alignBlock="center">
        <Box xcss={nameColumn}>
          <Checkbox label={name} isChecked={isShown} onChange={() => onChange({ isShown: !isShown })} />
        </Box>
        {isEditable && (
          <Checkbox
            // The name of the field is there for screen readers: the row shows it at its beginning.
            label={
              <Inline>
                Read-only
                <Box xcss={unseen}>{` ${name}`}</Box>
              </Inline>
            }
            isDisabled={!isShown}
            isChecked={isReadOnly}
            onChange={() => onChange({ isReadOnly: !isReadOnly })}
          />
        )}
        <IconAction
          label={`Move ${isolated(name)} up`}
          glyph="arrow-up"
          isDisabled={isFirst}
          onClick={() => onMove(-1)}
        />
        <IconAction
          label={`Move ${isolated(name)} down`}
          glyph="arrow-down"
          isDisabled={isLast}
          onClick={() => onMove(1)}
        />
      </Inline>
    </Box>
  );
}

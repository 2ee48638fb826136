import { Box, Button, Label, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { DetailValue } from '../../../contract/details';
import { breakable } from '../format';
import { DetailForm } from './DetailForm';
import { DetailLine } from './DetailLine';
import type { SaveValues } from './use-detail-edit';

interface Props {
  /** Of the control of its editor: one page can hold the same field of several entities. */
  id: string;
  detail: DetailValue;
  onSave: SaveValues;
  /** See `EditEvents`. */
  onHeld: (values: readonly string[]) => void;
  /** See `EditEvents`. */
  onRefused: (reason: string) => void;
  /** See `EditEvents`. */
  onClose: (hasFocus: boolean) => void;
  /** Why the site keeps the field from this person, as far as it is known. */
  refusal: string | null;
  isReadOnly: boolean;
  /** See `Pencils`. */
  focusTurn: number;
}

const editor = xcss({ paddingBlock: 'space.100' });
// As high as one line of a value with what is around it, and as wide as the icon with what is around that: the words of
// the button find no room, and are there for screen readers alone.
const pencil = xcss({ width: '28px', minWidth: '28px', paddingBlock: 'space.025' });

/** One field with what it holds, or with its editor. */
export function DetailRow(props: Props) {
  const { id, detail, onSave, onHeld, onRefused, onClose, refusal, isReadOnly, focusTurn } = props;
  const [saved, setSaved] = useState<{ over: DetailValue; values: readonly string[] } | null>(null);
  const [isEditing, setEditing] = useState(false);
  // What was saved here holds until the page loads the entity again.
  const values = saved?.over === detail ? saved.values : detail.values;
  const close = (hasFocus: boolean) => {
    setEditing(false);
    onClose(hasFocus);
  };
  if (isEditing) {
    return (
      <Box xcss={editor}>
        <Label labelFor={id}>{breakable(detail.name)}</Label>
        <DetailForm
          id={id}
          detail={{ ...detail, values: [...values] }}
          onSave={onSave}
          onHeld={(held) => {
            setSaved({ over: detail, values: held });
            onHeld(held);
          }}
          onClose={close}
          onClosed={onRefused}
        />
      </Box>
    );
  }
  return (
    <Stack>
      <DetailLine name={detail.name} type={detail.type} values={values}>
        {!isReadOnly && refusal === null && (
          <Box xcss={pencil}>
            {/* Of what can look like a pencil, only a Button can take the focus, and only as it appears. */}
            <Button
              key={focusTurn}
              autoFocus={focusTurn > 0}
              appearance="subtle"
              spacing="compact"
              iconBefore="edit"
              onClick={() => setEditing(true)}
            >
              {`Edit ${detail.name}`}
            </Button>
          </Box>
        )}
      </DetailLine>
      {refusal !== null && (
        <Text size="small" color="color.text.subtle">
          {refusal}
        </Text>
      )}
    </Stack>
  );
}

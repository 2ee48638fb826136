import { Box, ErrorMessage, Form, Inline, Stack, Textfield, xcss } from '@forge/react';
import React from 'react';
import { isolated } from '../../../domain/isolated';
import { IconAction } from '../../shared/IconAction';
import { useHandler } from '../../shared/use-handler';
import type { OptionRow } from './option-rows';

interface Props {
  row: OptionRow;
  /** Its place in the list, from 1. */
  number: number;
  isFirst: boolean;
  isLast: boolean;
  problem: string | null;
  /** See `TextField`: with each new turn the control appears anew, with the focus. */
  focusTurn: number;
  onText: (text: string) => void;
  onLeave: () => void;
  onEnter: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const line = xcss({ width: '480px', maxWidth: '100%' });
const grows = xcss({ flexGrow: '1', minWidth: '0' });

/** One option: its text, its way up and down the list, and out of it. */
export function OptionLine(props: Props) {
  const { row, number, problem, focusTurn } = props;
  const enter = useHandler(props.onEnter);
  const name = row.text.trim() === '' ? `option ${number}` : isolated(row.text.trim());
  return (
    <Box xcss={line}>
      <Stack>
        <Inline space="space.050" alignBlock="center">
          <Box xcss={grows}>
            <Form onSubmit={enter}>
              <Textfield
                key={focusTurn}
                aria-label={`Option ${number}`}
                value={row.text}
                autoFocus={focusTurn > 0}
                isInvalid={problem !== null}
                onChange={({ target }) => props.onText(String(target.value))}
                onBlur={props.onLeave}
              />
            </Form>
          </Box>
          <IconAction
            label={`Move ${name} up`}
            glyph="arrow-up"
            isDisabled={props.isFirst}
            onClick={() => props.onMove(-1)}
          />
          <IconAction
            label={`Move ${name} down`}
            glyph="arrow-down"
            isDisabled={props.isLast}
            onClick={() => props.onMove(1)}
          />
          <IconAction label={`Remove ${name}`} glyph="cross" onClick={props.onRemove} />
        </Inline>
        {problem !== null && <ErrorMessage>{problem}</ErrorMessage>}
      </Stack>
    </Box>
  );
}

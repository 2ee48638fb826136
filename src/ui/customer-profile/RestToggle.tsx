import { Button } from '@forge/react';
import React from 'react';
import { countOf } from '../shared/format';

interface Props {
  /** How many more there are than the first, which always show. */
  rest: number;
  /** What they are: "product". */
  noun: string;
  isWhole: boolean;
  onToggle: () => void;
}

/** The way to the rest of a long list and back: one control that stays, so that whoever uses the keyboard goes on from it. */
export function RestToggle({ rest, noun, isWhole, onToggle }: Props) {
  return (
    <Button appearance="subtle" spacing="compact" onClick={onToggle}>
      {isWhole ? `Show fewer ${noun}s` : `Show ${countOf(rest, `more ${noun}`)}`}
    </Button>
  );
}

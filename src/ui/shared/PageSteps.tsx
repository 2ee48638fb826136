import { Button, ButtonGroup, Inline, Text } from '@forge/react';
import React from 'react';

interface Props {
  /** What the pages hold: "Pages of organizations". */
  label: string;
  /** From 0. */
  page: number;
  hasMore: boolean;
  onPage: (page: number) => void;
}

/** The way through a list that does not say how long it is; nothing where one page holds it all. */
export function PageSteps({ label, page, hasMore, onPage }: Props) {
  if (page === 0 && !hasMore) return null;
  return (
    <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
      <Text color="color.text.subtle">{`Page ${page + 1}`}</Text>
      <ButtonGroup label={label}>
        <Button isDisabled={page === 0} onClick={() => onPage(page - 1)}>
          Previous
        </Button>
        <Button isDisabled={!hasMore} onClick={() => onPage(page + 1)}>
          Next
        </Button>
      </ButtonGroup>
    </Inline>
  );
}

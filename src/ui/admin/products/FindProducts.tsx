import { Box, Button, Form, Inline, Textfield, xcss } from '@forge/react';
import React, { useState } from 'react';
import { useNavigation } from '../../shared/navigation';
import { useHandler } from '../../shared/use-handler';

const width = xcss({ width: '320px', maxWidth: '100%' });

/** Looks for products by a part of their names. What is looked for is part of the address. */
export function FindProducts({ words }: { words: string }) {
  const { go } = useNavigation();
  const [typed, setTyped] = useState(words);
  const find = useHandler(() => {
    const wanted = typed.trim();
    go(wanted === '' ? ['products'] : ['products', 'find', wanted]);
  });
  return (
    <Form onSubmit={find}>
      <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
        <Box xcss={width}>
          <Textfield
            aria-label="Find products by name"
            placeholder="Part of a name"
            maxLength={200}
            value={typed}
            onChange={({ target }) => setTyped(String(target.value))}
          />
        </Box>
        <Button type="submit">Find</Button>
        {words !== '' && (
          <Button appearance="subtle" onClick={() => go(['products'])}>
            Show all
          </Button>
        )}
      </Inline>
    </Form>
  );
}

import { Inline, List, ListItem, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { Failure } from '../../shared/Failure';
import { PAGE_SIZE, Pages } from '../../shared/Pages';
import { TextLink } from '../../shared/TextLink';
import { foundWords } from './entitled-words';
import type { Entitled } from './use-entitled';

/** The site has no list of who holds a product; its organizations can be looked through, its customers cannot. */
export function EntitledOrganizations({ entitled }: { entitled: Entitled }) {
  const { organizations, looked, next, isRunning, error, run } = entitled;
  const [page, setPage] = useState(0);
  const found = foundWords(entitled);
  return (
    <Stack space="space.150">
      <Text>
        Your site doesn’t list who is entitled to a product. The console can check organizations one by one, but not
        customers who are entitled directly, because nothing lists all customers.
      </Text>
      {found !== null && <Text weight="medium">{found}</Text>}
      {organizations.length > 0 && (
        <List type="unordered">
          {organizations.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(({ id, name }) => (
            <ListItem key={id}>
              <TextLink to={['organizations', id]}>{name}</TextLink>
            </ListItem>
          ))}
        </List>
      )}
      <Pages label="Pages of organizations" total={organizations.length} page={page} onPage={setPage} />
      {error && <Failure error={error} onRetry={run} />}
      {next !== null && (
        <Inline>
          <LoadingButton isLoading={isRunning} onClick={run}>
            {looked === 0 ? 'Check organizations' : 'Check more'}
          </LoadingButton>
        </Inline>
      )}
    </Stack>
  );
}

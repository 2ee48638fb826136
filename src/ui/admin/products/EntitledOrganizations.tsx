import { Inline, List, ListItem, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { Failure } from '../../shared/Failure';
import { countOf } from '../../shared/format';
import { PAGE_SIZE, Pages } from '../../shared/Pages';
import { TextLink } from '../../shared/TextLink';
import type { Entitled } from './use-entitled';

/** The site has no list of who holds a product; its organizations can be looked through, its customers cannot. */
export function EntitledOrganizations({ entitled }: { entitled: Entitled }) {
  const { organizations, looked, isAll, isRunning, error, run } = entitled;
  const [page, setPage] = useState(0);
  return (
    <Stack space="space.150">
      <Text>
        Your site does not list who is entitled to a product. Its organizations can be looked through one after the
        other; customers who hold the product themselves cannot, as nothing lists all customers.
      </Text>
      {looked > 0 && <Text weight="medium">{foundWords(entitled)}</Text>}
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
      {!isAll && (
        <Inline>
          <LoadingButton isLoading={isRunning} onClick={run}>
            {looked === 0 ? 'Look through the organizations' : 'Look further'}
          </LoadingButton>
        </Inline>
      )}
    </Stack>
  );
}

/** "3 of all 40 organizations hold it." */
export function foundWords({ organizations, looked, isAll }: Entitled): string {
  const among = `${isAll ? 'all' : 'the first'} ${countOf(looked, 'organization')}`;
  return `${countOf(organizations.length, 'organization')} of ${among} ${organizations.length === 1 ? 'holds' : 'hold'} it.`;
}

import { List, ListItem, Stack } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { PAGE_SIZE } from '../../shared/Pages';
import { SearchFooter } from '../../shared/SearchFooter';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { useResource } from '../../shared/use-resource';
import { organizationPath } from './addresses';
import type { ResponseOf } from '../../../contract/resolvers';

type Search = ResponseOf<'organizations.search'>;

interface Props {
  words: string;
  /** Where each leads; to its profile unless given. */
  to?: (id: string) => readonly string[];
}

/** Organizations whose name holds some words, as far as the site's list was read through. */
export function FoundByWords({ words, to = organizationPath }: Props) {
  const load = useCallback(() => call('organizations.search', { words, start: 0 }), [words]);
  const search = useResource(load);
  return (
    <Loaded resource={search} lines={5} label="Searching organizations">
      {(found) => <Found words={words} found={found} to={to} onFound={search.replace} />}
    </Loaded>
  );
}

interface FoundProps extends Required<Props> {
  found: Search;
  onFound: (found: Search) => void;
}

function Found({ words, found, to, onFound }: FoundProps) {
  const [page, setPage] = useState(0);
  const { organizations, looked, next } = found;
  const further = useAction(async () => {
    const more = await call('organizations.search', { words, start: next ?? 0 });
    // A deletion on a page before moves the others: one can be read twice.
    const known = new Set(organizations.map(({ id }) => id));
    const added = more.organizations.filter(({ id }) => !known.has(id));
    onFound({ organizations: [...organizations, ...added], looked: looked + more.looked, next: more.next });
  });
  return (
    <Stack space="space.150">
      {organizations.length > 0 && (
        <List type="unordered">
          {organizations.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(({ id, name }) => (
            <ListItem key={id}>
              <TextLink to={to(id)}>{name}</TextLink>
            </ListItem>
          ))}
        </List>
      )}
      <SearchFooter
        what="organization"
        found={organizations.length}
        looked={looked}
        isAll={next === null}
        page={page}
        onPage={setPage}
        further={further}
      />
    </Stack>
  );
}

import React from 'react';
import * as v from 'valibot';
import { customerIdSchema } from '../../../contract/customers';
import { joinPath } from '../../shared/path';
import { listingOf } from '../directory/address';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { CustomerPage } from './CustomerPage';
import { findingOf, queryPath } from './find-path';
import { FindPage } from './FindPage';
import { ListPage } from './ListPage';
import { NewCustomerPage } from './NewCustomerPage';

/** `customers`, `customers/list/…`, `customers/find/…`, `customers/new` and `customers/<id>`. */
export function CustomersSection({ path }: SectionProps) {
  const [first, ...rest] = path;
  if (first === undefined) return <Listed path={[]} />;
  if (first === 'list') return <Listed path={rest} />;
  if (first === 'find' && rest.length === 0) return <FindPage finding={null} />;
  if (first === 'find') {
    const finding = findingOf(rest);
    // Another page of the same search is the same page: what is shown stays until the next is there.
    return finding === null ? <UnknownPage /> : <FindPage key={joinPath(queryPath(finding.query))} finding={finding} />;
  }
  if (rest.length > 0) return <UnknownPage />;
  if (first === 'new') return <NewCustomerPage />;
  return v.is(customerIdSchema, first) ? <CustomerPage key={first} id={first} /> : <UnknownPage />;
}

function Listed({ path }: { path: readonly string[] }) {
  const listing = listingOf('customer', path);
  return listing === null ? <UnknownPage /> : <ListPage listing={listing} />;
}

import React from 'react';
import * as v from 'valibot';
import { customerIdSchema } from '../../../contract/customers';
import { joinPath } from '../../shared/path';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { CustomerPage } from './CustomerPage';
import { findingOf, queryPath } from './find-path';
import { FindPage } from './FindPage';
import { NewCustomerPage } from './NewCustomerPage';

/** `customers`, `customers/find/…`, `customers/new` and `customers/<id>`. */
export function CustomersSection({ path }: SectionProps) {
  const [first, ...rest] = path;
  if (first === undefined) return <FindPage finding={null} />;
  if (first === 'find') {
    const finding = findingOf(rest);
    // Another page of the same search is the same page: what is shown stays until the next is there.
    return finding === null ? <UnknownPage /> : <FindPage key={joinPath(queryPath(finding.query))} finding={finding} />;
  }
  if (rest.length > 0) return <UnknownPage />;
  if (first === 'new') return <NewCustomerPage />;
  return v.is(customerIdSchema, first) ? <CustomerPage key={first} id={first} /> : <UnknownPage />;
}

import Lozenge from '@atlaskit/lozenge';
import React from 'react';
import type { IssueShown } from './use-shown';

const appearances = { new: 'default', indeterminate: 'inprogress', done: 'success' } as const;

export function Status({ status: { name, category } }: Pick<IssueShown, 'status'>): React.JSX.Element {
  return <Lozenge appearance={appearances[category]}>{name}</Lozenge>;
}

export const reporterName = ({ reporter }: Pick<IssueShown, 'reporter'>): string =>
  reporter?.displayName ?? 'Anonymous';

export const dayOf = (at: number): string => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

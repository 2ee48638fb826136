import React from 'react';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { CreateFieldPage } from './CreateFieldPage';
import { EditFieldPage } from './EditFieldPage';
import { FieldsPage } from './FieldsPage';
import { fieldTabs, tabOf } from './words';

/**
 * `fields/<customers|organizations|entitlements>`, under it `new`, `new/<name>`, `new/<name>/<type>` to begin a field
 * with what is known of it, and `edit/<name>`.
 */
export function FieldsSection({ path }: SectionProps) {
  const [slug = fieldTabs[0].slug, page, name, type, ...rest] = path;
  const tab = tabOf(slug);
  if (tab === undefined || rest.length > 0) return <UnknownPage />;
  if (page === undefined) return <FieldsPage tab={tab} />;
  if (page === 'new') return <CreateFieldPage key={path.join('/')} tab={tab} name={name} type={type} />;
  if (page === 'edit' && name !== undefined && type === undefined) {
    return <EditFieldPage key={path.join('/')} tab={tab} name={name} />;
  }
  return <UnknownPage />;
}

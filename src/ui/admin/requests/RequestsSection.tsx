import React from 'react';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { CommentPage } from './CommentPage';
import { SendRequestPage } from './SendRequestPage';

/** `requests`, `requests/comment` and `requests/comment/<help center>/<key>`. */
export function RequestsSection({ path }: SectionProps) {
  const [first, helpCenterId = '', request = '', ...rest] = path;
  if (first === undefined) return <SendRequestPage />;
  const isComment = first === 'comment' && rest.length === 0 && (helpCenterId === '') === (request === '');
  if (!isComment) return <UnknownPage />;
  return <CommentPage key={`${helpCenterId}/${request}`} helpCenterId={helpCenterId} request={request} />;
}

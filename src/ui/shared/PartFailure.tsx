import React from 'react';
import type { ResolverError } from '../../contract/result';
import { CallError } from './call-error';
import { Failure } from './Failure';

/** Stands in the place of a part of an answer that is missing, while the rest of it is there. */
export function PartFailure({ error, onRetry }: { error: ResolverError; onRetry: () => void }) {
  const { code, message, advice } = error;
  return <Failure error={new CallError(code, message, advice)} onRetry={onRetry} />;
}

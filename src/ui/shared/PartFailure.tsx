import React from 'react';
import type { ResolverError } from '../../contract/result';
import { CallError } from './call-error';
import { Failure } from './Failure';

interface PartFailureProps {
  error: ResolverError;
  /** See `Failure`. */
  title?: string;
  onRetry: () => void;
}

/** Stands in the place of a part of an answer that is missing, while the rest of it is there. */
export function PartFailure({ error: { code, message, advice }, title, onRetry }: PartFailureProps) {
  return <Failure error={new CallError(code, message, advice)} title={title} onRetry={onRetry} />;
}

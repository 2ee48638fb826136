import React, { useMemo } from 'react';
import type { ResolverError } from '../../contract/result';
import { callErrorOf } from './call-error';
import { Failure } from './Failure';

interface PartFailureProps {
  error: ResolverError;
  /** See `Failure`. */
  title?: string;
  onRetry: () => void;
  /** Whether the whole is being loaded again: while that fails, the part stays as it is. */
  isRetrying: boolean;
}

/** Stands in the place of a part of an answer that is missing, while the rest of it is there. */
export function PartFailure({ error, ...rest }: PartFailureProps) {
  const failed = useMemo(() => callErrorOf(error), [error]);
  return <Failure error={failed} {...rest} />;
}

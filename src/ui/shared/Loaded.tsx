import { Stack } from '@forge/react';
import React from 'react';
import { Failure } from './Failure';
import { Skeleton } from './Skeleton';
import type { Resource } from './use-resource';

interface LoadedProps<T> {
  resource: Resource<T>;
  /** Lines of the skeleton that holds the place of the content. */
  lines: number;
  /** What is on its way, for screen readers: "Loading imports". */
  label: string;
  children: (data: T) => React.ReactNode;
}

/** The content of a resource: a skeleton until it is there, and above it what went wrong, with a way to try again. */
export function Loaded<T>({ resource, lines, label, children }: LoadedProps<T>) {
  const { data, error, reload } = resource;
  return (
    <Stack space="space.200">
      {error && <Failure error={error} onRetry={reload} />}
      {data === null && !error && <Skeleton lines={lines} label={label} />}
      {data !== null && children(data)}
    </Stack>
  );
}

import { Stack } from '@forge/react';
import React, { useCallback } from 'react';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { PageHeader } from '../../../shared/PageHeader';
import { Skeleton } from '../../../shared/Skeleton';
import { useResource } from '../../../shared/use-resource';
import { ImportWizard } from './ImportWizard';
import type { EarlierImport } from './wizard-state';

/** The wizard, set up as an earlier import was: for its rows, corrected. */
export function CorrectedImport({ jobId }: { jobId: string }) {
  const load = useCallback(async (): Promise<EarlierImport> => {
    const { name, plan } = await call('jobs.plan', { jobId });
    const { kind, operation, columns, options } = plan;
    return { jobId, name, kind, operation, columns, options };
  }, [jobId]);
  const { data, error, reload } = useResource(load);
  if (data !== null) return <ImportWizard earlier={data} />;
  return (
    <Stack space="space.300">
      <PageHeader title="Import corrected rows" purpose="Nothing is sent until you start the import." />
      {error ? <Failure error={error} onRetry={reload} /> : <Skeleton lines={6} label="Loading the import" />}
    </Stack>
  );
}

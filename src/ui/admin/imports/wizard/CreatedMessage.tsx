import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { countOf } from '../../../shared/format';
import { wordsOf } from '../kind-words';

/** What became of the organizations or products that were created before the import. */
export function CreatedMessage({ job }: { job: JobView }) {
  const { one, many } = wordsOf(job);
  const { succeeded } = job.tally;
  const isWhole = succeeded === job.rows.accepted;
  const reasons = job.attention === null ? job.reasons : [];
  return (
    <SectionMessage
      appearance={isWhole ? 'success' : 'warning'}
      title={`${countOf(succeeded, `${one} was`, `${many} were`)} created`}
    >
      <Stack space="space.050">
        {isWhole && <Text>The file was checked again.</Text>}
        {!isWhole && (
          <Text>{`${countOf(job.rows.accepted - succeeded, `${one} wasn’t`, `${many} weren’t`)} created. Rows that name them are left out.`}</Text>
        )}
        {job.attention && <Text>{`${job.attention.message} ${job.attention.advice}`}</Text>}
        {reasons.map(({ reason, rows }) => (
          <Text key={reason}>{`${countOf(rows, one, many)}: ${reason}`}</Text>
        ))}
      </Stack>
    </SectionMessage>
  );
}

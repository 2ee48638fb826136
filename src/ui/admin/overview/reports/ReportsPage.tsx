import { Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { DirectoryStatus } from '../../../../contract/directory';
import type { DirectoryReport } from '../../../../contract/directory-report';
import { Loaded } from '../../../shared/Loaded';
import { Page } from '../../../shared/Page';
import { TextLink } from '../../../shared/TextLink';
import { useNow } from '../../../shared/use-now';
import { NoDirectory } from '../../directory/NoDirectory';
import { StatusLine } from '../../directory/StatusLine';
import { useStatus } from '../../directory/use-status';
import { Coverage } from './Coverage';
import { DuplicatesSection } from './DuplicatesSection';
import { Ends } from './Ends';
import { Growth } from './Growth';
import { useReports } from './use-reports';

/** What the directory tells about the site as a whole. */
export function ReportsPage() {
  const status = useStatus();
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['overview']}>← Overview</TextLink>
      </Inline>
      <Page title="Reports" purpose="How your customers and organizations stand, as your site was read last.">
        <Loaded resource={status} lines={8} label="Loading reports">
          {(data) =>
            data.kept === null ? (
              <NoDirectory entity="customer" status={data} onStatus={status.replace} />
            ) : (
              <Reports status={data} kept={data.kept} onStatus={status.replace} />
            )
          }
        </Loaded>
      </Page>
    </Stack>
  );
}

interface Props {
  status: DirectoryStatus;
  kept: NonNullable<DirectoryStatus['kept']>;
  onStatus: (status: DirectoryStatus) => void;
}

function Reports({ status, kept, onStatus }: Props) {
  const now = useNow();
  const reports = useReports(kept.generation);
  return (
    <Stack space="space.400">
      <StatusLine entity="customer" status={status} onStatus={onStatus} now={now} />
      <Loaded resource={reports} lines={8} label="Loading reports">
        {({ report, history }) => (
          <Stack space="space.400">
            <Growth history={history} />
            {report === null ? (
              <SectionMessage title="Nothing is counted yet">
                <Text>Refresh to read your site and count what’s there.</Text>
              </SectionMessage>
            ) : (
              <Counted report={report} kept={kept} />
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function Counted({ report, kept }: { report: DirectoryReport; kept: Props['kept'] }) {
  return (
    <>
      <Ends report={report} endField={kept.endField} />
      <Coverage report={report} hasValues={kept.hasValues} />
      <DuplicatesSection duplicates={report.duplicates} hasValues={kept.hasValues} />
    </>
  );
}

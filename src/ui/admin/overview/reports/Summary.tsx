import { Inline } from '@forge/react';
import React from 'react';
import { HORIZONS } from '../../../../contract/directory-report';
import { addedUp } from '../../../../domain/directory/report/tally';
import { countOf } from '../../../shared/format';
import { TextLink } from '../../../shared/TextLink';
import { filteredPath, listingPath } from '../../directory/address';
import { endingView } from '../../directory/words';
import { useReports } from './use-reports';

const MONTH = HORIZONS[1];

/** The two numbers of the reports that ask for something, and the way to the rest. Without a report, the way alone. */
export function Summary({ generation }: { generation: string }) {
  const report = useReports(generation).data?.report ?? null;
  const held = report && addedUp([report.customer.entitlements, report.organization.entitlements]);
  const ending = held?.ending[HORIZONS.indexOf(MONTH)] ?? 0;
  const without = report?.customer.withoutOrganization ?? 0;
  return (
    <Inline space="space.200" rowSpace="space.050" shouldWrap>
      {ending > 0 && (
        <TextLink to={listingPath('entitlement', { view: endingView(MONTH), page: 0 })}>
          {`${countOf(ending, 'entitlement')} ending in ${MONTH} days`}
        </TextLink>
      )}
      {without > 0 && (
        <TextLink to={filteredPath('customer', { by: 'no-organization' })}>
          {`${countOf(without, 'customer')} without organization`}
        </TextLink>
      )}
      <TextLink to={['overview', 'reports']}>Reports</TextLink>
    </Inline>
  );
}

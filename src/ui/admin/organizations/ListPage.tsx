import { Button, EmptyState, LinkButton, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { PageSteps } from '../../shared/PageSteps';
import { useResource } from '../../shared/use-resource';
import { listPath } from './addresses';
import { FindForm } from './FindForm';
import { OrganizationTable } from './OrganizationTable';

/** What the list is for, whole or in part. */
export const PURPOSE = 'The companies and groups your customers belong to and inherit entitlements from.';

/** Where the vendor explains what organizations are. */
const ORGANIZATIONS_HELP = 'https://support.atlassian.com/customer-service-management/';

/** One page of the site's organizations. */
export function ListPage({ page, below }: { page: number; below?: React.ReactNode }) {
  const { go } = useNavigation();
  const load = useCallback(() => call('organizations.list', { page }), [page]);
  const list = useResource(load);
  const isEmpty = page === 0 && list.data?.organizations.length === 0;
  return (
    <Page
      title="Organizations"
      purpose={PURPOSE}
      actions={
        isEmpty ? undefined : (
          <Button appearance="primary" onClick={() => go(['organizations', 'new'])}>
            Create organization
          </Button>
        )
      }
    >
      <Stack space="space.300">
        {!isEmpty && <FindForm finding={null} />}
        <Loaded resource={list} lines={8} label="Loading organizations">
          {({ organizations, hasMore }) =>
            isEmpty ? (
              <NoOrganizations />
            ) : (
              <Stack space="space.150">
                {organizations.length === 0 ? (
                  <Text color="color.text.subtle">There are no more organizations.</Text>
                ) : (
                  <OrganizationTable label="Organizations" organizations={organizations} />
                )}
                <PageSteps
                  label="Pages of organizations"
                  page={page}
                  hasMore={hasMore}
                  onPage={(to) => go(listPath(to))}
                />
              </Stack>
            )
          }
        </Loaded>
        {!isEmpty && below}
      </Stack>
    </Page>
  );
}

function NoOrganizations() {
  const { go } = useNavigation();
  return (
    <EmptyState
      header="No organizations yet"
      headingLevel={2}
      description="An organization groups the customers of one company. They inherit its entitlements."
      primaryAction={
        <Button appearance="primary" onClick={() => go(['organizations', 'new'])}>
          Create organization
        </Button>
      }
      tertiaryAction={
        <LinkButton appearance="subtle" href={ORGANIZATIONS_HELP} target="_blank">
          Learn about organizations
        </LinkButton>
      }
    />
  );
}

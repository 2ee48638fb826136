import { Button, ButtonGroup, Inline, ModalTransition, Stack } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { OrganizationView } from '../../../contract/organizations';
import { call } from '../../shared/call';
import { CopyField } from '../../shared/CopyField';
import { DetailValues } from '../../shared/details/DetailValues';
import { saveDetailOf } from '../../shared/details/save-detail';
import { Failure } from '../../shared/Failure';
import { countOf } from '../../shared/format';
import { KeptWithin } from '../../shared/KeptWithin';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { OutageOnce } from '../../shared/OutageOnce';
import { Page } from '../../shared/Page';
import { PartFailure } from '../../shared/PartFailure';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { Entitlements } from '../entitlements/Entitlements';
import { organizationPath } from './addresses';
import { DeleteOrganizationModal } from './DeleteOrganizationModal';
import { Members } from './Members';
import { RenameOrganizationModal } from './RenameOrganizationModal';

interface Props {
  id: string;
  /** Of the list of its customers, from 0. */
  customersPage: number;
}

/** One organization: detail values, customers, entitlements. */
export function OrganizationPage({ id, customersPage }: Props) {
  const load = useCallback(() => call('organizations.get', { id }), [id]);
  const resource = useResource(load);
  const { data, error, isLoading, reload, replace } = resource;
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['organizations']}>← Organizations</TextLink>
      </Inline>
      <OutageOnce>
        {data !== null && error && <Failure error={error} onRetry={reload} />}
        {data === null ? (
          <Page title="Organization" purpose={`ID ${id}`}>
            <Loaded resource={resource} lines={8} label="Loading the organization">
              {() => null}
            </Loaded>
          </Page>
        ) : (
          <Profile
            organization={data}
            isLoading={isLoading}
            customersPage={customersPage}
            onChanged={reload}
            onRenamed={(name) => replace(renamed(data, name))}
          />
        )}
      </OutageOnce>
    </Stack>
  );
}

/** Each part has the name for itself. */
const renamed = ({ id, record, profile }: OrganizationView, name: string): OrganizationView => ({
  id,
  record: record.ok ? { ok: true, data: { ...record.data, name } } : record,
  profile: profile.ok ? { ok: true, data: { ...profile.data, name } } : profile,
});

interface ProfileProps {
  organization: OrganizationView;
  /** Whether it is being loaded again. */
  isLoading: boolean;
  customersPage: number;
  onChanged: () => void;
  onRenamed: (name: string) => void;
}

function Profile({ organization, isLoading, customersPage, onChanged, onRenamed }: ProfileProps) {
  const { goUnasked } = useNavigation();
  const [opened, setOpened] = useState<'rename' | 'delete' | null>(null);
  const { id, record, profile } = organization;
  const close = () => setOpened(null);
  const name = nameOf(organization);
  const holder = { entity: 'organization', id, name: name ?? id, email: null } as const;
  return (
    <Page
      title={name ?? `Organization ${id}`}
      purpose={purposeOf(organization)}
      actions={
        name !== null && (
          <ButtonGroup label="Organization actions">
            <Button onClick={() => setOpened('rename')}>Rename</Button>
            <Button onClick={() => setOpened('delete')}>Delete</Button>
          </ButtonGroup>
        )
      }
    >
      <Stack space="space.400">
        <CopyField label="Organization ID" text={id} />
        {!profile.ok && (
          <PartFailure
            title="How many customers and entitlements it has couldn’t be loaded"
            error={profile.error}
            onRetry={onChanged}
            isRetrying={isLoading}
          />
        )}
        <Section title="Details">
          {record.ok ? (
            <Details id={id} details={record.data.details} />
          ) : (
            <PartFailure error={record.error} onRetry={onChanged} isRetrying={isLoading} />
          )}
        </Section>
        <Entitlements holder={holder} members={profile.ok ? profile.data.customers : undefined} onChanged={onChanged} />
        <Members organization={holder} page={customersPage} onChanged={onChanged} />
      </Stack>
      <ModalTransition>
        {opened === 'rename' && name !== null && (
          <RenameOrganizationModal id={id} name={name} onRenamed={onRenamed} onClose={close} />
        )}
        {opened === 'delete' && name !== null && (
          <DeleteOrganizationModal
            organization={organization}
            name={name}
            onDeleted={() => goUnasked(['organizations'])}
            onStale={onChanged}
            isReloading={isLoading}
            onClose={close}
          />
        )}
      </ModalTransition>
    </Page>
  );
}

type Record = Extract<OrganizationView['record'], { ok: true }>['data'];

function Details({ id, details }: { id: string; details: Record['details'] }) {
  return (
    <KeptWithin path={organizationPath(id)}>
      <DetailValues details={details} onSave={saveDetailOf({ entity: 'organization', id })} />
    </KeptWithin>
  );
}

/** Null where the site shows neither part. */
function nameOf({ record, profile }: OrganizationView): string | null {
  if (record.ok) return record.data.name;
  return profile.ok ? profile.data.name : null;
}

function purposeOf({ profile }: OrganizationView): string {
  if (!profile.ok) return 'Organization';
  const { customers, entitlements } = profile.data;
  return `${countOf(customers, 'customer')} · ${countOf(entitlements, 'entitlement')}`;
}

import { Button, ButtonGroup, Inline, Stack } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { CustomerView } from '../../../contract/customers';
import { call } from '../../shared/call';
import { CopyField } from '../../shared/CopyField';
import { DetailValues } from '../../shared/details/DetailValues';
import { saveDetailOf } from '../../shared/details/save-detail';
import { Failure } from '../../shared/Failure';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { OutageOnce } from '../../shared/OutageOnce';
import { Page } from '../../shared/Page';
import { personWords } from '../../shared/person-words';
import { PartFailure } from '../../shared/PartFailure';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { Entitlements } from '../entitlements/Entitlements';
import { DeleteCustomerModal } from './DeleteCustomerModal';
import { Memberships } from './Memberships';
import { RenameCustomerModal } from './RenameCustomerModal';

/** One customer: account, detail values, organizations, entitlements. */
export function CustomerPage({ id }: { id: string }) {
  const load = useCallback(() => call('customers.get', { id }), [id]);
  const resource = useResource(load);
  const { data, error, isLoading, reload, replace } = resource;
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['customers']}>← Customers</TextLink>
      </Inline>
      <OutageOnce>
        {data !== null && error && <Failure error={error} onRetry={reload} />}
        {data === null ? (
          <Page title="Customer" purpose={id}>
            <Loaded resource={resource} lines={8} label="Loading the customer">
              {() => null}
            </Loaded>
          </Page>
        ) : (
          <Profile
            customer={data}
            isLoading={isLoading}
            onChanged={reload}
            onRenamed={(name) => replace(renamed(data, name))}
          />
        )}
      </OutageOnce>
    </Stack>
  );
}

const renamed = (customer: CustomerView, displayName: string): CustomerView =>
  customer.account.ok
    ? { ...customer, account: { ok: true, data: { ...customer.account.data, displayName } } }
    : customer;

type Opened = 'rename' | 'delete' | null;

interface ProfileProps {
  customer: CustomerView;
  /** Whether it is being loaded again. */
  isLoading: boolean;
  onChanged: () => void;
  onRenamed: (name: string) => void;
}

function Profile({ customer, isLoading, onChanged, onRenamed }: ProfileProps) {
  const { goUnasked } = useNavigation();
  const [opened, setOpened] = useState<Opened>(null);
  /** How often the organizations have changed: what is inherited changes with them. */
  const [moves, setMoves] = useState(0);
  const { id, account } = customer;
  const name = account.ok ? account.data.displayName : id;
  const email = account.ok ? account.data.email : null;
  return (
    <Page
      title={name}
      purpose={account.ok ? (account.data.email ?? 'Email not visible to you') : 'Customer'}
      actions={
        <ButtonGroup label="Customer actions">
          {account.ok && <Button onClick={() => setOpened('rename')}>Rename</Button>}
          <Button onClick={() => setOpened('delete')}>Delete</Button>
        </ButtonGroup>
      }
    >
      <Stack space="space.400">
        <CopyField label="Customer ID" text={id} />
        <ProfileParts
          customer={customer}
          isLoading={isLoading}
          onChanged={onChanged}
          onMoved={() => setMoves((before) => before + 1)}
        />
        <Entitlements key={moves} holder={{ entity: 'customer', id, name, email }} />
      </Stack>
      {opened === 'rename' && account.ok && (
        <RenameCustomerModal
          id={id}
          name={account.data.displayName}
          onRenamed={onRenamed}
          onClose={() => setOpened(null)}
        />
      )}
      {opened === 'delete' && (
        <DeleteCustomerModal
          customer={customer}
          name={name}
          who={personWords({ id, name, email })}
          onDeleted={() => goUnasked(['customers'])}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  );
}

interface PartsProps extends Omit<ProfileProps, 'onRenamed'> {
  /** The customer is in other organizations now. */
  onMoved: () => void;
}

function ProfileParts({ customer, isLoading, onChanged, onMoved }: PartsProps) {
  const { id, account, profile } = customer;
  return (
    <Stack space="space.400">
      {!account.ok && (
        <PartFailure
          title="The name and the email address couldn’t be loaded"
          error={account.error}
          onRetry={onChanged}
          isRetrying={isLoading}
        />
      )}
      {profile.ok ? (
        <Stack space="space.400">
          <Section title="Details">
            <DetailValues details={profile.data.details} onSave={saveDetailOf({ entity: 'customer', id })} />
          </Section>
          <Memberships
            id={id}
            who={
              account.ok
                ? personWords({ id, name: account.data.displayName, email: account.data.email })
                : 'The customer'
            }
            organizations={profile.data.organizations}
            onMoved={onMoved}
          />
        </Stack>
      ) : (
        <Section title="Details and organizations">
          <PartFailure error={profile.error} onRetry={onChanged} isRetrying={isLoading} />
        </Section>
      )}
    </Stack>
  );
}

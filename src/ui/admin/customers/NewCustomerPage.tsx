import { Button, ButtonGroup, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { call } from '../../shared/call';
import { detailKey } from '../../shared/details/new-values';
import { NewValuesFields } from '../../shared/details/NewValuesFields';
import { Failure } from '../../shared/Failure';
import { flagCreated, namesOf } from '../../shared/flag';
import { useDraft } from '../../shared/form/use-draft';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { LeaveModal } from '../../shared/LeaveModal';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { useHeld } from '../../shared/use-held';
import { useResource } from '../../shared/use-resource';
import { type NewCustomer, accountOf, blankCustomer, problemsOf, requestOf } from './new-customer';
import { AccountFields, AssociationFields } from './NewCustomerFields';

const loadFields = () => call('imports.fields', { entity: 'customer' });
const noFields: readonly FieldDefinition[] = [];

/** A new customer with everything at once. An account alone is created where nothing else is given. */
export function NewCustomerPage() {
  const { goUnasked } = useNavigation();
  const resource = useResource(loadFields);
  const fields = resource.data?.fields ?? noFields;
  const [draft, change] = useDraft(blankCustomer);
  const leaving = useHeld(draft !== blankCustomer);
  const details = fields.map(({ name }) => detailKey(name));
  const errors = useFieldErrors<string>(problemsOf(draft, fields), [
    'email',
    'displayName',
    ...details,
    'organizations',
    'products',
  ]);
  const { run, isRunning, error } = useAction(async () => {
    if (!errors.submit()) return;
    const { id, notJoined } = await create(draft, fields);
    const missing = namesOf(notJoined, [...draft.organizations, ...draft.products]);
    flagCreated('Customer created', draft.email.trim(), missing);
    goUnasked(['customers', id]);
  });
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['customers']}>← Customers</TextLink>
      </Inline>
      <Page title="Create customer" purpose="Only the email address is required. You can add everything else later.">
        <Form onSubmit={run}>
          <Stack space="space.400">
            <AccountFields draft={draft} errors={errors} onChange={change} />
            <Section title="Details">
              <Loaded resource={resource} lines={4} label="Loading detail fields">
                {() => (
                  <NewValuesFields
                    fields={fields}
                    values={draft.values}
                    errors={errors}
                    onChange={(enter) => change((now) => ({ values: enter(now.values) }))}
                  />
                )}
              </Loaded>
            </Section>
            <AssociationFields draft={draft} errors={errors} onChange={change} />
            {error && <Failure error={error} />}
            <Inline>
              <ButtonGroup label="Create or cancel">
                <LoadingButton appearance="primary" type="submit" isLoading={isRunning}>
                  Create customer
                </LoadingButton>
                <Button appearance="subtle" onClick={() => goUnasked(['customers'])}>
                  Cancel
                </Button>
              </ButtonGroup>
            </Inline>
          </Stack>
        </Form>
        <LeaveModal leaving={leaving} />
      </Page>
    </Stack>
  );
}

/** A profile asks for more rights than an account: without values and associations the account is enough. */
async function create(draft: NewCustomer, fields: readonly FieldDefinition[]) {
  const request = requestOf(draft, fields);
  const isPlain = request.details.length + request.organizationIds.length + request.productIds.length === 0;
  if (!isPlain) return call('customers.create', request);
  return { ...(await call('customers.createAccount', accountOf(draft))), notJoined: [] };
}

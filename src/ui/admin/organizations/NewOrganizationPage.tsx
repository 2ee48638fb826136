import { Button, ButtonGroup, Form, Inline, LoadingButton, ModalTransition, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { FieldDefinition } from '../../../contract/fields';
import { knownType } from '../../../domain/fields/definition';
import { call } from '../../shared/call';
import { detailKey } from '../../shared/details/new-values';
import { NewValuesFields } from '../../shared/details/NewValuesFields';
import { Failure } from '../../shared/Failure';
import { flagCreated, namesOf } from '../../shared/flag';
import { TextField } from '../../shared/form/Field';
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
import { AddCustomersModal } from './AddCustomersModal';
import { AssociationFields } from './AssociationFields';
import { organizationPath } from './addresses';
import { blankOrganization, problemsOf, requestOf } from './new-organization';

/** A field of a type that this version does not know could not be checked: it is left to the site's own pages. */
async function loadFields(): Promise<FieldDefinition[]> {
  const { fields } = await call('fields.list', { entity: 'organization' });
  return fields.flatMap(({ name, type, options }) => {
    const known = knownType(type);
    return known === undefined ? [] : [{ name, type: known, options }];
  });
}

const noFields: readonly FieldDefinition[] = [];

/** A new organization with everything at once. */
export function NewOrganizationPage() {
  const { goUnasked } = useNavigation();
  const resource = useResource(loadFields);
  const fields = resource.data ?? noFields;
  const [draft, change] = useDraft(blankOrganization);
  const leaving = useHeld(draft !== blankOrganization);
  const [isAdding, setAdding] = useState(false);
  const details = fields.map(({ name }) => detailKey(name));
  const errors = useFieldErrors<string>(problemsOf(draft, fields), ['name', ...details, 'customers', 'products']);
  const { run, isRunning, error } = useAction(async () => {
    if (!errors.submit()) return;
    const { id, notJoined } = await call('organizations.create', requestOf(draft, fields));
    const missing = namesOf(notJoined, [...draft.customers, ...draft.products]);
    flagCreated('Organization created', draft.name.trim(), missing);
    goUnasked(organizationPath(id));
  });
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['organizations']}>← Organizations</TextLink>
      </Inline>
      <Page title="Create organization" purpose="Only the name is required. You can add everything else later.">
        <Form onSubmit={run}>
          <Stack space="space.400">
            <TextField
              id="new-name"
              label="Name"
              isRequired
              help="Up to 200 characters. Each organization needs a different name."
              error={errors.shown('name')}
              focusTurn={errors.focusTurn('name')}
              value={draft.name}
              onLeave={() => errors.leave('name')}
              onChange={(name) => change({ name })}
            />
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
            <AssociationFields draft={draft} errors={errors} onChange={change} onAddCustomers={() => setAdding(true)} />
            {error && <Failure error={error} />}
            <Inline>
              <ButtonGroup label="Create or cancel">
                <LoadingButton appearance="primary" type="submit" isLoading={isRunning}>
                  Create organization
                </LoadingButton>
                <Button appearance="subtle" onClick={() => goUnasked(['organizations'])}>
                  Cancel
                </Button>
              </ButtonGroup>
            </Inline>
          </Stack>
        </Form>
        <LeaveModal leaving={leaving} />
      </Page>
      {/* Beside the form, not in it: sending the form of the modal would send this one as well. */}
      <ModalTransition>
        {isAdding && (
          <AddCustomersModal
            words="They’ll be added when the organization is created."
            chosen={draft.customers.map(({ id }) => id)}
            organizationId={null}
            onAddAll={(added, tell) => {
              change(({ customers }) => ({ customers: [...customers, ...added] }));
              tell(added.map(({ id }) => ({ outcome: 'added', customerId: id })));
              return Promise.resolve();
            }}
            onAdd={(customer) => change(({ customers }) => ({ customers: [...customers, customer] }))}
            onClose={() => setAdding(false)}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

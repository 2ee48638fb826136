import { Button, Inline, ModalTransition, SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { FieldView } from '../../../contract/fields';
import { knownType } from '../../../domain/fields/definition';
import { isolated } from '../../../domain/isolated';
import { typeName } from '../../../domain/fields/type-names';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { DeleteFieldModal } from './DeleteFieldModal';
import { EditForm } from './EditForm';
import type { FieldTab } from './words';

/** One detail field: its name and options can be changed, the rest is shown. */
export function EditFieldPage({ tab, name }: { tab: FieldTab; name: string }) {
  const { entity } = tab;
  const load = useCallback(() => call('fields.list', { entity }), [entity]);
  const list = useResource(load);
  const { goUnasked } = useNavigation();
  const [isDeleting, setDeleting] = useState(false);
  const field = list.data?.fields.find((candidate) => candidate.name === name);
  const isKnown = field !== undefined && knownType(field.type) !== undefined;
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['fields', tab.slug]}>{`← Detail fields for ${tab.slug}`}</TextLink>
      </Inline>
      <Page
        title={name}
        purpose={`A detail field for ${tab.slug}.${isKnown || list.data === null ? ' Renaming it keeps the values.' : ''}`}
        actions={isKnown ? <Button onClick={() => setDeleting(true)}>Delete field</Button> : undefined}
      >
        <Loaded resource={list} lines={4} label={`Loading ${name}`}>
          {({ fields }) => <FieldBody tab={tab} name={name} field={field} fields={fields} />}
        </Loaded>
      </Page>
      <ModalTransition>
        {isDeleting && field && (
          <DeleteFieldModal
            tab={tab}
            field={field}
            onDeleted={() => goUnasked(['fields', tab.slug])}
            onStale={list.reload}
            isReloading={list.isLoading}
            onClose={() => setDeleting(false)}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

interface BodyProps {
  tab: FieldTab;
  name: string;
  field: FieldView | undefined;
  fields: readonly FieldView[];
}

function FieldBody({ tab, name, field, fields }: BodyProps) {
  if (field === undefined) {
    return (
      <SectionMessage appearance="warning" title="Field not found">
        <Text>{`“${isolated(name)}” was renamed or deleted, or never was a field for ${tab.slug}. Go back to the list to see all fields.`}</Text>
      </SectionMessage>
    );
  }
  if (knownType(field.type) === undefined) {
    return (
      <SectionMessage
        appearance="information"
        title={`This version of the console doesn’t know the type ${typeName(field.type)}`}
      >
        <Text>You can view the field here, but not change it. Change it in your site.</Text>
      </SectionMessage>
    );
  }
  const others = fields.filter((other) => other !== field).map((other) => other.name);
  return <EditForm tab={tab} field={field} others={others} />;
}

import { Button, ButtonGroup, Inline, LoadingButton, SectionMessage, Select, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { detailFieldTypes, type DetailFieldType, type FieldView } from '../../../contract/fields';
import { hasOptions, knownType } from '../../../domain/fields/definition';
import { MAX_FIELDS } from '../../../domain/fields/limits';
import { isolated } from '../../../domain/isolated';
import { typeName } from '../../../domain/fields/type-names';
import { call } from '../../shared/call';
import { chosenValues } from '../../shared/choice';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { Field } from '../../shared/form/Field';
import { LeaveModal } from '../../shared/LeaveModal';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { useHeld } from '../../shared/use-held';
import { useResource } from '../../shared/use-resource';
import { NameField } from './NameField';
import { OptionsEditor } from './OptionsEditor';
import { useFieldForm } from './use-field-form';
import { type FieldTab, typeMeanings } from './words';

interface Props {
  tab: FieldTab;
  /** What is known of the field already, where another page leads here. */
  name: string | undefined;
  type: string | undefined;
}

/** A new detail field. */
export function CreateFieldPage({ tab, name, type }: Props) {
  const { entity } = tab;
  const load = useCallback(() => call('fields.list', { entity }), [entity]);
  const list = useResource(load);
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['fields', tab.slug]}>{`← Detail fields for ${tab.slug}`}</TextLink>
      </Inline>
      <Page
        title="Create a detail field"
        purpose={`Every ${tab.entity} gets this field, empty at first. You can change its name and options later, but not its type or position.`}
      >
        <Loaded resource={list} lines={4} label="Loading fields">
          {({ fields }) =>
            fields.length >= MAX_FIELDS ? (
              <NoSlots tab={tab} />
            ) : (
              <CreateForm
                tab={tab}
                fields={fields}
                name={name ?? ''}
                type={(type === undefined ? undefined : knownType(type.toUpperCase())) ?? 'TEXT'}
              />
            )
          }
        </Loaded>
      </Page>
    </Stack>
  );
}

function NoSlots({ tab }: { tab: FieldTab }) {
  return (
    <SectionMessage appearance="warning" title={`All ${MAX_FIELDS} fields for ${tab.slug} are in use`}>
      <Text>Delete a field you don’t need before you create another, or rename one instead.</Text>
    </SectionMessage>
  );
}

const typeChoices = detailFieldTypes.map((type) => ({ value: type, label: typeName(type) }));

interface FormProps {
  tab: FieldTab;
  fields: readonly FieldView[];
  name: string;
  type: DetailFieldType;
}

function CreateForm({ tab, fields, name, type: firstType }: FormProps) {
  const { goUnasked } = useNavigation();
  const [type, setType] = useState(firstType);
  const form = useFieldForm({ name, rows: [], others: fields.map((field) => field.name) });
  const leaving = useHeld(form.name !== name || form.rows.length > 0);
  const create = useAction(async () => {
    if (!form.submit(type)) return;
    const asked = { entity: tab.entity, name: form.name.trim(), type, options: form.optionsFor(type) };
    const created = await call('fields.create', asked);
    flagSuccess(`${isolated(created.name)} created`, `Field ${fields.length + 1} of ${MAX_FIELDS} for ${tab.slug}.`);
    goUnasked(['fields', tab.slug]);
  });
  return (
    <Stack space="space.300">
      <Stack space="space.150">
        <NameField
          form={form}
          help="Use 2 to 255 characters, without ? : ; . = or double quotes."
          onEnter={create.run}
        />
        <Field id="field-type" label="Type" help={typeMeanings[type]} error={null} isRequired>
          <Select
            id="field-type"
            options={typeChoices}
            value={typeChoices.find(({ value }) => value === type) ?? null}
            onChange={(chosen: unknown) => setType(knownType(chosenValues(chosen)[0] ?? '') ?? type)}
          />
        </Field>
      </Stack>
      {hasOptions(type) && <OptionsEditor form={form} />}
      {create.error && <Failure error={create.error} />}
      <Inline>
        <ButtonGroup label="Create or cancel">
          <LoadingButton appearance="primary" isLoading={create.isRunning} onClick={create.run}>
            Create field
          </LoadingButton>
          <Button appearance="subtle" onClick={() => goUnasked(['fields', tab.slug])}>
            Cancel
          </Button>
        </ButtonGroup>
      </Inline>
      <LeaveModal leaving={leaving} />
    </Stack>
  );
}

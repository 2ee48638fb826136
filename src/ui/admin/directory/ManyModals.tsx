import { Select, Text } from '@forge/react';
import React, { useState } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import type { DirectoryAction, DirectoryEntity } from '../../../contract/directory';
import type { Product } from '../../../contract/entitlements';
import type { FieldDefinition } from '../../../contract/fields';
import { ActionModal } from '../../shared/ActionModal';
import { chosenValues } from '../../shared/choice';
import { DangerModal } from '../../shared/DangerModal';
import { ValueEditor } from '../../shared/details/ValueEditor';
import { Field } from '../../shared/form/Field';
import { countOf, formatCount } from '../../shared/format';
import { ProductPicker } from '../../shared/ProductPicker';
import { type Action, useAction } from '../../shared/use-action';
import { OrganizationPicker } from '../customers/OrganizationPicker';
import { loadProducts } from '../entitlements/load-products';
import { Changed } from './Changed';
import { useStart } from './use-start';

interface Props {
  entity: DirectoryEntity;
  fields: readonly FieldDefinition[];
  choice: string;
  /** How many are meant, as the server has fixed them. */
  count: number;
  /** How many the list showed as selected. */
  listed: number;
  onClose: () => void;
}

/** An action that needs something to be chosen first: null while it is not. */
function useChosenAction(props: Props, action: DirectoryAction | null): { run: Action; isMissing: boolean } {
  const [isTried, setTried] = useState(false);
  const start = useStart(props.onClose);
  const run = useAction(async () => {
    setTried(true);
    if (action !== null) await start(props.choice, action);
  });
  return { run, isMissing: isTried && action === null };
}

const howMany = ({ entity, count }: Props): string => countOf(count, entity);

/** Replaces the values of one field of many. */
export function SetFieldModal(props: Props) {
  const { fields, onClose } = props;
  const [name, setName] = useState('');
  const [values, setValues] = useState<readonly string[]>([]);
  const field = fields.find((one) => one.name === name);
  const { run, isMissing } = useChosenAction(
    props,
    field === undefined ? null : { do: 'set', field: name, values: [...values] },
  );
  const choices = fields.map((one) => ({ label: one.name, value: one.name }));
  const verb = field !== undefined && values.length === 0 ? 'Clear field' : 'Set field';
  return (
    <ActionModal title={`Set a field of ${howMany(props)}`} verb={verb} action={run} onClose={onClose}>
      <Changed {...props} />
      <Text>
        This starts an import that replaces what the field holds. You can watch it, and see what became of each row.
      </Text>
      <Field id="set-field" label="Detail field" error={isMissing ? 'Choose a field.' : null}>
        <Select
          inputId="set-field"
          autoFocus
          placeholder="Choose a field"
          isInvalid={isMissing}
          options={choices}
          value={choices.find(({ value }) => value === name) ?? null}
          onChange={(chosen: unknown) => {
            setName(chosenValues(chosen)[0] ?? '');
            setValues([]);
          }}
        />
      </Field>
      {field && (
        <Field id="set-value" label="New value" help="Leave it empty to clear the field." error={null}>
          <ValueEditor key={field.name} id="set-value" field={field} values={values} onChange={setValues} />
        </Field>
      )}
    </ActionModal>
  );
}

/** Adds many customers to one organization. */
export function JoinManyModal(props: Props) {
  const [organization, setOrganization] = useState<OrganizationName | null>(null);
  const { run, isMissing } = useChosenAction(props, organization === null ? null : { do: 'join', organization });
  return (
    <ActionModal
      title={`Add ${howMany(props)} to an organization`}
      verb="Add to organization"
      action={run}
      onClose={props.onClose}
    >
      <Changed {...props} />
      <Text>They inherit the organization’s entitlements. A customer can be in up to 5 organizations.</Text>
      <Field id="many-organization" label="Organization" error={null}>
        <OrganizationPicker
          id="many-organization"
          autoFocus
          values={organization === null ? [] : [organization]}
          error={isMissing ? 'Choose an organization.' : null}
          onChange={([first = null]) => setOrganization(first)}
        />
      </Field>
    </ActionModal>
  );
}

/** Grants a product to many. */
export function GrantManyModal(props: Props) {
  const [product, setProduct] = useState<Product | null>(null);
  const { run, isMissing } = useChosenAction(props, product === null ? null : { do: 'grant', product });
  return (
    <ActionModal
      title={`Grant a product to ${howMany(props)}`}
      verb="Grant product"
      action={run}
      onClose={props.onClose}
    >
      <Changed {...props} />
      <Text>Rows fail where the product is granted already.</Text>
      <Field id="many-product" label="Product" error={isMissing ? 'Choose the product to grant.' : null}>
        <ProductPicker
          id="many-product"
          autoFocus
          load={loadProducts}
          value={product}
          isInvalid={isMissing}
          onChange={setProduct}
        />
      </Field>
    </ActionModal>
  );
}

/** Deletes many, once their number has been typed. */
export function DeleteManyModal(props: Props) {
  const { entity, choice, count, onClose } = props;
  const start = useStart(props.onClose);
  const what = howMany(props);
  return (
    <DangerModal
      title={`Delete ${what}?`}
      verb={`Delete ${what}`}
      keep="Keep them"
      typedName={formatCount(count)}
      onConfirm={() => start(choice, { do: 'delete' }, String(count))}
      onClose={onClose}
    >
      <Changed {...props} />
      <Text>
        {entity === 'customer'
          ? 'They’re deleted for good, with their detail values and entitlements.'
          : 'They’re deleted for good, with their detail values and entitlements. Their customers stay.'}
      </Text>
      <Text>{'Before each goes, the import saves its record for you to download. You can’t undo this.'}</Text>
    </DangerModal>
  );
}

import { Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { OrganizationName } from '../../../contract/customers';
import type { DirectoryAction, DirectoryEntity, DirectoryQuery, Holding } from '../../../contract/directory';
import type { Product } from '../../../contract/entitlements';
import { DangerModal } from '../../shared/DangerModal';
import { Failure } from '../../shared/Failure';
import { Field } from '../../shared/form/Field';
import { countOf, formatCount } from '../../shared/format';
import { ProductPicker } from '../../shared/ProductPicker';
import { useResource } from '../../shared/use-resource';
import { OrganizationPicker } from '../customers/OrganizationPicker';
import { loadProducts } from '../entitlements/load-products';
import { Changed } from './Changed';
import { type Selection, fix } from './many';
import { holdersWords } from './take-away-words';
import { useStart } from './use-start';

interface Props {
  entity: DirectoryEntity;
  selection: Selection;
  query: DirectoryQuery;
  /** How many the list shows as selected. */
  listed: number;
  onClose: () => void;
}

interface TakeAwayProps extends Props {
  title: string;
  verb: string;
  /** What is taken away: a membership in an organization, or a product. */
  of: Holding['of'];
  /** Which one; null until it is chosen. */
  target: { id: string; name: string } | null;
  action: DirectoryAction | null;
  /** Who is left out. */
  others: string;
  consequence: string;
  children: React.ReactNode;
}

/** Who of the selection holds something, as the server fixes it anew for each thing; null while nothing is chosen. */
function useHolders({ entity, selection, query, of, target }: TakeAwayProps) {
  // It is about what was selected when the dialog opened.
  const [who] = useState({ entity, selection, query });
  const id = target?.id;
  const load = useCallback(
    async () => (id === undefined ? null : fix(who.entity, who.selection, who.query, { of, id })),
    [who, of, id],
  );
  return useResource(load);
}

/**
 * Takes something away from those of the selection who have it: how many they are is told, and typed, before it starts.
 * Those whom the directory knows not to have it would be rows that fail: they are left out.
 */
function TakeAwayModal(props: TakeAwayProps) {
  const { entity, listed, title, verb, of, target, action, others, consequence, onClose, children } = props;
  const start = useStart(onClose);
  const { data, error, isLoading, reload } = useHolders(props);
  const fixed = isLoading || error !== null ? null : data;
  const rows = fixed?.rows ?? 0;
  return (
    <DangerModal
      title={title}
      verb={verb}
      keep="Cancel"
      {...(rows > 0 && { typedName: formatCount(rows) })}
      isDisabled={rows === 0}
      isReloading={target !== null && isLoading}
      onConfirm={async () => {
        if (fixed !== null && action !== null) await start(fixed.choice, action, String(rows));
      }}
      onClose={onClose}
    >
      {children}
      {error && <Failure error={error} onRetry={reload} />}
      {fixed !== null && <Changed count={fixed.records + fixed.leftOut} listed={listed} />}
      {fixed !== null && target !== null && (
        <Text weight="semibold">{holdersWords(fixed, of, entity, target.name)}</Text>
      )}
      {target === null && (
        <Text>{`${countOf(listed, entity)} ${listed === 1 ? 'is' : 'are'} selected. ${others}`}</Text>
      )}
      <Text>{consequence}</Text>
    </DangerModal>
  );
}

/** Takes many customers out of one organization. */
export function LeaveManyModal(props: Props) {
  const [organization, setOrganization] = useState<OrganizationName | null>(null);
  return (
    <TakeAwayModal
      {...props}
      title="Take customers out of an organization"
      verb="Take out of organization"
      of="organization"
      target={organization}
      action={organization === null ? null : { do: 'leave', organization }}
      others="Those who aren’t in the organization are left out."
      consequence="They lose what they have through the organization. Before each leaves, the import saves the pair for you to download and import again."
    >
      <Field id="left-organization" label="Organization" error={null}>
        <OrganizationPicker
          id="left-organization"
          autoFocus
          values={organization === null ? [] : [organization]}
          error={null}
          onChange={([first = null]) => setOrganization(first)}
        />
      </Field>
    </TakeAwayModal>
  );
}

/** Revokes a product of many. What a customer inherits stays. */
export function RevokeManyModal(props: Props) {
  const [product, setProduct] = useState<Product | null>(null);
  return (
    <TakeAwayModal
      {...props}
      title={`Revoke a product from ${props.entity}s`}
      verb="Revoke product"
      of="product"
      target={product}
      action={product === null ? null : { do: 'revoke', product }}
      others={
        props.entity === 'customer'
          ? 'Those who aren’t entitled to the product directly are left out.'
          : 'Those that aren’t entitled to the product are left out.'
      }
      consequence={
        props.entity === 'customer'
          ? 'What they inherit from an organization stays. Entitlements are deleted with their detail values. Undoing the import grants the product again with the values they had, as entitlements with new IDs.'
          : 'Their customers no longer inherit it. Entitlements are deleted with their detail values. Undoing the import grants the product again with the values they had, as entitlements with new IDs.'
      }
    >
      <Field id="revoked-product" label="Product" error={null}>
        <ProductPicker
          id="revoked-product"
          autoFocus
          load={loadProducts}
          value={product}
          isClearable
          onChange={setProduct}
        />
      </Field>
    </TakeAwayModal>
  );
}

import { Button, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { EntitlementView } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Section } from '../../shared/Section';
import { useResource } from '../../shared/use-resource';
import { holderPath } from './addresses';
import { EntitlementRow } from './EntitlementRow';
import { GrantModal } from './GrantModal';
import { type NamedHolder, holderWords } from './holder';
import { RevokeModal } from './RevokeModal';

interface EntitlementsProps {
  holder: NamedHolder;
  /** Shows the entitlements to this product alone. */
  productId?: string | undefined;
  /** How many customers inherit what an organization holds, where the page knows. */
  members?: number | undefined;
  /** One was granted or revoked. */
  onChanged?: () => void;
}

type Opened = { modal: 'grant' } | { modal: 'revoke'; entitlement: EntitlementView };

/** What a customer or an organization is entitled to: what it inherits is marked; its own can be granted and revoked. */
export function Entitlements({ holder, productId, members, onChanged }: EntitlementsProps) {
  const { go } = useNavigation();
  const { entity, id, name } = holder;
  const load = useCallback(
    () => call('entitlements.list', { holder: { entity, id }, productId }),
    [entity, id, productId],
  );
  const resource = useResource(load);
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const renew = () => {
    resource.reload();
    onChanged?.();
  };
  /** What was granted shows, also where the entitlements to another product alone were shown. */
  const showGranted = ({ product }: EntitlementView) => {
    if (productId === undefined || productId === product.id) renew();
    else go(holderPath(holder));
  };
  const entitlements = resource.data?.entitlements ?? [];
  return (
    <Section
      title="Entitlements"
      actions={<Button onClick={() => setOpened({ modal: 'grant' })}>Grant a product</Button>}
    >
      <Loaded resource={resource} lines={3} label="Loading entitlements">
        {() =>
          entitlements.length === 0 ? (
            <Text color="color.text.subtle">{emptyWords(name, productId)}</Text>
          ) : (
            <Stack space="space.150">
              {entitlements.map((entitlement) => (
                <EntitlementRow
                  key={entitlement.id}
                  entitlement={entitlement}
                  holder={holder}
                  onRevoke={() => setOpened({ modal: 'revoke', entitlement })}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {opened?.modal === 'grant' && (
        <GrantModal
          holder={holder}
          entitlements={productId === undefined ? entitlements : null}
          onGranted={showGranted}
          onClose={close}
        />
      )}
      {opened?.modal === 'revoke' && (
        <RevokeModal
          entitlement={opened.entitlement}
          holderName={holderWords(holder)}
          members={members}
          onRevoked={renew}
          onClose={close}
        />
      )}
    </Section>
  );
}

const emptyWords = (name: string, productId: string | undefined): string =>
  productId === undefined
    ? `${isolated(name)} isn’t entitled to any products yet.`
    : `${isolated(name)} isn’t entitled to this product.`;

import { Button, Inline, ModalTransition, SectionMessage, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { EntitlementView } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { CopyField } from '../../shared/CopyField';
import { DetailValues } from '../../shared/details/DetailValues';
import { saveDetailOf } from '../../shared/details/save-detail';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { holderPath } from './addresses';
import { holderWords, profilePath } from './holder';
import { RevokeModal } from './RevokeModal';

/** One entitlement: who holds it, its detail values. */
export function EntitlementPage({ id }: { id: string }) {
  const load = useCallback(() => call('entitlements.get', { id }), [id]);
  const entitlement = useResource(load);
  const { data } = entitlement;
  return (
    <Stack space="space.300">
      <Inline>
        {data === null ? (
          <TextLink to={['entitlements']}>← Entitlements</TextLink>
        ) : (
          <TextLink to={holderPath(data.heldBy)}>{`← Entitlements of ${isolated(holderName(data))}`}</TextLink>
        )}
      </Inline>
      {data === null ? (
        <Page title="Entitlement" purpose={`ID ${id}`}>
          <Loaded resource={entitlement} lines={6} label="Loading the entitlement">
            {() => null}
          </Loaded>
        </Page>
      ) : (
        <Entitlement entitlement={data} />
      )}
    </Stack>
  );
}

const holderName = ({ heldBy }: EntitlementView): string => heldBy.name ?? heldBy.id;

const holderOf = (entitlement: EntitlementView): string =>
  holderWords({ ...entitlement.heldBy, name: holderName(entitlement) });

function Entitlement({ entitlement }: { entitlement: EntitlementView }) {
  const { goUnasked } = useNavigation();
  const [isRevoking, setRevoking] = useState(false);
  const { id, product, heldBy, details } = entitlement;
  return (
    <Page
      title={product.name}
      purpose={`Held by the ${heldBy.entity} ${holderOf(entitlement)}.`}
      actions={<Button onClick={() => setRevoking(true)}>Revoke</Button>}
    >
      <Stack space="space.400">
        <Inline space="space.300" rowSpace="space.100" shouldWrap>
          <TextLink to={profilePath(heldBy)}>{`View ${heldBy.entity}`}</TextLink>
          <TextLink to={['products', product.id]}>View product</TextLink>
        </Inline>
        {heldBy.entity === 'organization' && (
          <SectionMessage appearance="information">
            <Text>{`Every customer in ${isolated(holderName(entitlement))} inherits this entitlement. Changes you make here apply to all of them.`}</Text>
          </SectionMessage>
        )}
        <CopyField label="Entitlement ID" text={id} />
        <Section title="Details">
          <DetailValues details={details} onSave={saveDetailOf({ entity: 'entitlement', id })} />
        </Section>
      </Stack>
      <ModalTransition>
        {isRevoking && (
          <RevokeModal
            entitlement={entitlement}
            holderName={holderOf(entitlement)}
            onRevoked={() => goUnasked(holderPath(heldBy))}
            onClose={() => setRevoking(false)}
          />
        )}
      </ModalTransition>
    </Page>
  );
}

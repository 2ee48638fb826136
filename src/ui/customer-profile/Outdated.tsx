import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { useFocusHandedOn } from '../shared/use-focus-handed-on';

interface Props {
  onReload: () => void;
  isReloading: boolean;
}

/** A value could not be saved, as there is no such customer or field any more: the editor says which. */
export function Outdated({ onReload, isReloading }: Props) {
  const focus = useFocusHandedOn();
  return (
    <SectionMessage appearance="warning" title="The customer has changed since it was loaded here">
      <Stack space="space.100">
        <Text>What you entered is kept only in fields that haven’t changed.</Text>
        <Inline>
          <LoadingButton spacing="compact" isLoading={isReloading} onClick={onReload} {...focus}>
            Reload
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

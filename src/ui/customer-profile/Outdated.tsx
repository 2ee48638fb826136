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
    <SectionMessage appearance="warning" title="The customer is not as it was shown here any more">
      <Stack space="space.100">
        <Text>What you entered stays only in fields that are still as they were.</Text>
        <Inline>
          <LoadingButton spacing="compact" isLoading={isReloading} onClick={onReload} {...focus}>
            Load it again
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}

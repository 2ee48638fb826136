import { Button, ButtonGroup, Inline, LoadingButton, ProgressBar, Stack, Text } from '@forge/react';
import React from 'react';
import { countOf, quoted } from '../../shared/format';
import { Failure } from '../../shared/Failure';
import { TextField } from '../../shared/form/Field';
import { LeaveModal } from '../../shared/LeaveModal';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useHeld } from '../../shared/use-held';
import { CreationTable } from './CreationTable';
import { useCreateProducts } from './use-create-products';

const comparedWords = (count: number): string =>
  `Checking which names your site already has: ${countOf(count, 'product')} so far.`;

/** Creates one product or many, and tells what became of each line. */
export function CreateProductsPage() {
  const { goUnasked } = useNavigation();
  const form = useCreateProducts();
  const leaving = useHeld(form.text.trim() !== '');
  const { names, repeated, tooLong } = form.read;
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['products']}>← Products</TextLink>
      </Inline>
      <Page title="Create products" purpose="Enter one name per line, or paste a list.">
        <Stack space="space.200">
          <TextField
            id="product-names"
            label="Names"
            isRequired
            help="Up to 200 characters each. A product that already exists, in any letter case, stays as it is."
            error={form.error}
            lines={6}
            value={form.text}
            focusTurn={form.focusTurn}
            onChange={form.setText}
            onLeave={form.leave}
          />
          {repeated.length > 0 && (
            <Text>{`Entered more than once, created only once: ${quoted([...new Set(repeated)])}.`}</Text>
          )}
          {tooLong.length > 0 && form.error === null && (
            <Text>{`${countOf(tooLong.length, 'name')} left out: longer than 200 characters.`}</Text>
          )}
          {form.isRunning && <ProgressBar value={form.share} ariaLabel="Progress of the names" />}
          {form.compared !== null && <Text color="color.text.subtle">{comparedWords(form.compared)}</Text>}
          {form.failure && <Failure error={form.failure} />}
          <Inline>
            <ButtonGroup label="Create or cancel">
              <LoadingButton appearance="primary" isLoading={form.isRunning} onClick={form.run}>
                {names.length < 2 ? 'Create product' : `Create ${countOf(names.length, 'product')}`}
              </LoadingButton>
              <Button appearance="subtle" onClick={() => goUnasked(['products'])}>
                {form.done.length > 0 ? 'Done' : 'Cancel'}
              </Button>
            </ButtonGroup>
          </Inline>
        </Stack>
        {form.done.length > 0 && <CreationTable creations={form.done} />}
        <LeaveModal leaving={leaving} />
      </Page>
    </Stack>
  );
}

import { Button, ButtonGroup, Inline, ModalTransition, Stack } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { call } from '../../shared/call';
import { CopyField } from '../../shared/CopyField';
import { Loaded } from '../../shared/Loaded';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { ListLinks } from '../directory/ListLinks';
import { DeleteProductModal } from './DeleteProductModal';
import { EntitledOrganizations } from './EntitledOrganizations';
import { HeldWords } from './HeldLink';
import { RenameProductModal } from './RenameProductModal';
import { useEntitled } from './use-entitled';

/** One product, and as much of who is entitled to it as the site tells. */
export function ProductPage({ id }: { id: string }) {
  const { go } = useNavigation();
  const load = useCallback(() => call('products.get', { id }), [id]);
  const product = useResource(load);
  const entitled = useEntitled(id);
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const close = () => setOpen(null);
  const askToDelete = () => {
    setOpen('delete');
    if (entitled.looked === 0) entitled.run();
  };
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['products']}>← Products</TextLink>
      </Inline>
      <Page
        title={product.data?.name ?? 'Product'}
        purpose="A product that customers and organizations can be entitled to."
        actions={
          product.data ? (
            <ButtonGroup label="Product actions">
              <Button onClick={() => setOpen('rename')}>Rename</Button>
              <Button onClick={askToDelete}>Delete product</Button>
            </ButtonGroup>
          ) : undefined
        }
      >
        <Loaded resource={product} lines={3} label="Loading the product">
          {(data) => (
            <Stack space="space.300">
              <CopyField label="Product ID" text={data.id} />
              <Inline space="space.300" rowSpace="space.100" shouldWrap>
                <HeldWords product={data} />
                <ListLinks
                  lists={[
                    { filter: { by: 'product', product: { id: data.id, name: data.name } }, words: 'entitled to it' },
                  ]}
                />
              </Inline>
              <Section title="Entitled organizations">
                <EntitledOrganizations entitled={entitled} />
              </Section>
            </Stack>
          )}
        </Loaded>
      </Page>
      <ModalTransition>
        {open === 'rename' && product.data && (
          <RenameProductModal product={product.data} onRenamed={product.replace} onClose={close} />
        )}
        {open === 'delete' && product.data && (
          <DeleteProductModal
            product={product.data}
            entitled={entitled}
            onDeleted={() => go(['products'])}
            onStale={product.reload}
            isReloading={product.isLoading}
            onClose={close}
          />
        )}
      </ModalTransition>
    </Stack>
  );
}

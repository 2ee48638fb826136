import { Box, Inline, Stack } from '@forge/react';
import React from 'react';
import { call } from '../shared/call';
import { NavigationProvider, useNavigation } from '../shared/navigation';
import { Skeleton } from '../shared/Skeleton';
import { TextLink } from '../shared/TextLink';
import { useResource } from '../shared/use-resource';
import { CustomersSection } from './customers/CustomersSection';
import { EntitlementsSection } from './entitlements/EntitlementsSection';
import { FieldsSection } from './fields/FieldsSection';
import { ImportsSection } from './imports/ImportsSection';
import { NoAccessPage } from './NoAccessPage';
import { OrganizationsSection } from './organizations/OrganizationsSection';
import { OverviewSection } from './overview/OverviewSection';
import { ProductsSection } from './products/ProductsSection';
import { type SectionProps, type SectionRoute, sectionOf, sections } from './routes';
import { RequestsSection } from './requests/RequestsSection';
import { SettingsSection } from './settings/SettingsSection';
import { SyncSection } from './sync/SyncSection';
import { UnknownPage } from './UnknownPage';

const components: Record<SectionRoute, React.ComponentType<SectionProps>> = {
  overview: OverviewSection,
  customers: CustomersSection,
  organizations: OrganizationsSection,
  products: ProductsSection,
  entitlements: EntitlementsSection,
  fields: FieldsSection,
  requests: RequestsSection,
  imports: ImportsSection,
  sync: SyncSection,
  settings: SettingsSection,
};

export function App() {
  return (
    <NavigationProvider fallback={<Skeleton lines={5} label="Loading the console" />}>
      <Console />
    </NavigationProvider>
  );
}

const checkAccess = () => call('access.check', {});

/**
 * Its content, unless the server says that the person may not be here. That is asked beside what the content loads: some
 * pages load nothing, and would let a form be filled in that is refused in the end. The answer renders this alone: pages
 * take what they load from their address, and would load it again.
 */
function Guarded({ children }: { children: React.ReactNode }) {
  const { error, reload } = useResource(checkAccess);
  return error?.code === 'FORBIDDEN' ? <NoAccessPage error={error} onRetry={reload} /> : <>{children}</>;
}

/** The page that the address names. */
function Console() {
  const { path, hasHistory } = useNavigation();
  const { route, rest } = sectionOf(path);
  const Section = route === undefined ? UnknownPage : components[route];
  return (
    <Guarded>
      <Box paddingBlockEnd="space.600">
        <Stack space="space.300">
          {!hasHistory && <OwnNavigation />}
          <Section path={rest} />
        </Stack>
      </Box>
    </Guarded>
  );
}

/** The sections, where the product's own sidebar cannot lead to them. */
function OwnNavigation() {
  return (
    <Inline space="space.200" rowSpace="space.100" shouldWrap>
      {sections.map(({ route, title }) => (
        <TextLink key={route} to={[route]}>
          {title}
        </TextLink>
      ))}
    </Inline>
  );
}

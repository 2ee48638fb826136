import { Box, Button, EmptyState, Inline, Stack } from '@forge/react';
import React from 'react';
import { NavigationProvider, useNavigation } from '../shared/navigation';
import { Skeleton } from '../shared/Skeleton';
import { TextLink } from '../shared/TextLink';
import { ImportsPage } from './imports/ImportsPage';
import { JobPage } from './imports/job/JobPage';
import { ImportWizard } from './imports/wizard/ImportWizard';
import { LaterPage } from './later/LaterPage';
import { OverviewPage } from './overview/OverviewPage';
import { routeOf, sections } from './routes';

export function App() {
  return (
    <NavigationProvider fallback={<Skeleton lines={5} label="Loading the console" />}>
      <Console />
    </NavigationProvider>
  );
}

function Console() {
  const { path, hasHistory } = useNavigation();
  return (
    <Box paddingBlockEnd="space.600">
      <Stack space="space.300">
        {!hasHistory && <OwnNavigation />}
        <Page path={path} />
      </Stack>
    </Box>
  );
}

function Page({ path }: { path: readonly string[] }) {
  const { go } = useNavigation();
  const route = routeOf(path);
  switch (route.page) {
    case 'overview':
      return <OverviewPage />;
    case 'imports':
      return <ImportsPage />;
    case 'new import':
      return <ImportWizard />;
    case 'import':
      return <JobPage key={route.jobId} jobId={route.jobId} />;
    case 'later':
      return <LaterPage route={route.route} />;
    case 'unknown':
      return (
        <EmptyState
          header="There is no such page"
          headingLevel={1}
          description="The address may be cut short or out of date."
          primaryAction={<Button onClick={() => go(['overview'])}>Go to the overview</Button>}
        />
      );
  }
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

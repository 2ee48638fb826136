import React from 'react';
import type { FrameSeat, ModalOptions } from '../bridge/host/commands';
import type { Boot } from './api';
import { Flags, useFlagStack, type FlagStack } from './flags';
import { createHostPage } from './host-page';
import { IssueListPage } from './issues/issue-list-page';
import { IssuePage } from './issues/issue-page';
import { NativeResource } from './native-resource';
import { Links, Navigation } from './navigation';
import { placeOf } from './place';
import { ResourceModals, type OpenModal } from './resource-modals';
import { SandboxPanel } from './panel/sandbox-panel';
import { readSettings, writeSettings } from './settings';
import { ShellContext, type Shell } from './shell-context';
import { Sidebar } from './sidebar';
import { colorModeShown, observeTheme, themeAttributes } from './theme';
import { TopBar } from './top-bar';

/** The whole page: top bar, settings sidebar, the app in the content area, and the sandbox panel. */
export function ShellPage({ boot }: { boot: Boot }): React.JSX.Element {
  const flags = useFlagStack();
  const [modals, setModals] = React.useState<readonly OpenModal[]>([]);
  const [menuOpen, setMenuOpen] = React.useState(false);
  const openModal = React.useCallback(
    (options: ModalOptions, opener: FrameSeat) => setModals((open) => [...open, { options, opener }]),
    [],
  );
  const shell = useShellOf(boot, flags.show, flags.close, openModal);
  useThemeRelay(shell);
  const closeModal = (modal: OpenModal) => setModals((open) => open.filter((other) => other !== modal));
  return (
    <ShellContext.Provider value={shell}>
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <TopBar menuOpen={menuOpen} toggleMenu={() => setMenuOpen((open) => !open)} />
      <div className="page">
        <Sidebar open={menuOpen} close={() => setMenuOpen(false)} />
        <main id="content" className="content" tabIndex={-1}>
          {/* Another user sees the app from its start. */}
          <PlaceShown key={shell.user.accountId} boot={boot} />
        </main>
        <SandboxPanel />
      </div>
      <ResourceModals modals={modals} closed={closeModal} />
      <Flags stack={flags} />
    </ShellContext.Provider>
  );
}

/** The page of the product that the address is of. From one to another the browser loads anew, as in the product. */
function PlaceShown({ boot: { app } }: { boot: Boot }): React.JSX.Element {
  const [place] = React.useState(() => placeOf(window.location));
  switch (place.kind) {
    case 'issue':
      return <IssuePage issueKey={place.key} />;
    case 'issues':
      return <IssueListPage jql={place.jql} />;
    case 'app':
      return (
        <NativeResource
          resource={app.resource}
          seat={{ moduleKey: app.moduleKey, extension: { type: 'jira:adminPage' } }}
        />
      );
  }
}

/** The functions have to stay the same: with new ones the page is made anew, and with it what the app listens to. */
function useShellOf(
  boot: Boot,
  showFlag: FlagStack['show'],
  closeFlag: FlagStack['close'],
  openModal: (options: ModalOptions, opener: FrameSeat) => void,
): Shell {
  const [accountId, setAccountId] = React.useState(() => readSettings().accountId);
  const user = boot.users.find((candidate) => candidate.accountId === accountId) ?? boot.users[0];
  if (user === undefined) throw new Error('The sandbox has no users.');
  const [links] = React.useState(() => new Links());
  const [navigation] = React.useState(() => new Navigation(links, boot.app.sections[0]?.pages[0]?.route ?? ''));
  return React.useMemo(() => {
    const page = createHostPage({ boot, accountId: user.accountId, navigation, showFlag, closeFlag, openModal });
    const setUser = (next: string) => {
      writeSettings({ accountId: next });
      setAccountId(next);
    };
    return { boot, user, setUser, navigation, links, page };
  }, [boot, user, navigation, links, showFlag, closeFlag, openModal]);
}

/** Tells the frames when the page changes its theme, by the event UI Kit listens to and by the frames' own attributes. */
function useThemeRelay({ links, page }: Shell): void {
  React.useEffect(
    () =>
      observeTheme(() => {
        const attributes = themeAttributes();
        links.each((link) => link.send({ kind: 'themed', attributes }));
        page.events.emit('FORGE_CORE_THEME_CHANGED', { theme: { colorMode: colorModeShown(), ...attributes } });
      }),
    [links, page],
  );
}

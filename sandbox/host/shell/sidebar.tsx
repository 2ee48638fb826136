import React from 'react';
import { PROJECT } from '../../jira/issues/fields';
import { ISSUES_PATH, pagePath, placeOf } from './place';
import { useShell } from './shell-context';

/** Jira's settings sidebar, with the sections and pages of the app's manifest, and the way to the issues it adds to. */
export function Sidebar({ open, close }: { open: boolean; close: () => void }): React.JSX.Element {
  const { boot, navigation } = useShell();
  const location = React.useSyncExternalStore(navigation.subscribe, navigation.location);
  const place = placeOf(window.location);
  const route = place.kind === 'app' ? (location.pathname.split('/')[1] ?? '') : null;
  const follow = (event: React.MouseEvent, path: string) => {
    if (place.kind !== 'app' || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigation.go(path);
    close();
  };
  return (
    <nav className={open ? 'sidebar sidebar-open' : 'sidebar'} aria-label="Settings" id="sidebar">
      <p className="sidebar-title">{boot.app.title}</p>
      {boot.app.sections.map((section) => (
        <section key={section.header ?? ''} aria-label={section.header ?? boot.app.title}>
          {section.header === null ? null : <h2 className="sidebar-header">{section.header}</h2>}
          <ul>
            {section.pages.map((page) => (
              <li key={page.route}>
                <a
                  href={pagePath(page.route)}
                  aria-current={page.route === route ? 'page' : undefined}
                  onClick={(event) => follow(event, `/${page.route}`)}
                >
                  {page.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {boot.app.issueModules.length === 0 ? null : (
        <section aria-label="Issues">
          <h2 className="sidebar-header">{PROJECT.name}</h2>
          <ul>
            <li>
              <a href={ISSUES_PATH} aria-current={place.kind === 'app' ? undefined : 'page'}>
                Issues
              </a>
            </li>
          </ul>
        </section>
      )}
    </nav>
  );
}

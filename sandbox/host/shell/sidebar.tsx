import React from 'react';
import { APP_PATH } from '../app-path';
import { useShell } from './shell-context';

/** Jira's settings sidebar, with the sections and pages of the app's manifest. */
export function Sidebar({ open, close }: { open: boolean; close: () => void }): React.JSX.Element {
  const { boot, navigation } = useShell();
  const location = React.useSyncExternalStore(navigation.subscribe, navigation.location);
  const route = location.pathname.split('/')[1] ?? '';
  const follow = (event: React.MouseEvent, path: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
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
                  href={`${APP_PATH}/${page.route}`}
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
    </nav>
  );
}

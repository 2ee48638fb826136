import type { FlagOptions, HostPage, ModalOptions, NavigationTarget } from '../bridge/host/commands';
import { APP_PATH } from '../app-path';
import { AppEvents } from '../bridge/host/events';
import { callServer, type Boot } from './api';
import type { Navigation } from './navigation';
import { colorModeShown, themeAttributes } from './theme';

interface HostPageOptions {
  boot: Boot;
  accountId: string;
  navigation: Navigation;
  showFlag: (flag: FlagOptions) => void;
  closeFlag: (id: string) => void;
  openModal: (options: ModalOptions) => void;
}

/** What Jira's page would do for the app's frames, done with the sandbox's server. */
export function createHostPage(options: HostPageOptions): HostPage {
  const { boot, accountId, navigation } = options;
  const call = { accountId, moduleKey: boot.app.moduleKey };
  return {
    events: new AppEvents(),
    context: (extension) => contextOf(options, extension),
    invoke: (functionKey, payload) =>
      callServer('bridge/invoke', {
        ...call,
        functionKey,
        payload,
        context: { extension: { type: 'jira:adminPage' } },
      }).then(resultOf),
    fetchProduct: (request) => callServer('bridge/product', { ...call, ...request }),
    location: navigation.location,
    urlOf,
    navigate: (url, newTab) => {
      const target = new URL(url, window.location.href);
      if (newTab) window.open(target, '_blank', 'noopener');
      else if (target.origin === window.location.origin && target.pathname.startsWith(`${APP_PATH}/`))
        navigation.go(`${target.pathname.slice(APP_PATH.length)}${target.search}${target.hash}`);
      else window.location.assign(target);
    },
    showFlag: options.showFlag,
    closeFlag: options.closeFlag,
    openModal: options.openModal,
    themeAttributes,
    setTitle: (title) => (document.title = title),
  };
}

/** The server wraps the result, as JSON has no way to say that a resolver returned nothing. */
const resultOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;

function contextOf({ boot, accountId }: HostPageOptions, extension: Record<string, unknown>): unknown {
  return {
    accountId,
    cloudId: '11111111-2222-4333-8444-555555555555',
    localId: `ari:cloud:ecosystem::extension/sandbox/${boot.app.moduleKey}`,
    environmentId: 'sandbox',
    environmentType: 'DEVELOPMENT',
    moduleKey: boot.app.moduleKey,
    siteUrl: window.location.origin,
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: { colorMode: colorModeShown(), ...themeAttributes() },
    permissions: { scopes: boot.app.scopes, external: {} },
    extension,
  };
}

function urlOf(target: NavigationTarget): string {
  const of = (key: string): string => {
    const value = target[key];
    return typeof value === 'string' ? encodeURIComponent(value) : '';
  };
  switch (target.target) {
    case 'issue':
      return `/browse/${of('issueKey')}`;
    case 'userProfile':
      return `/jira/people/${of('accountId')}`;
    case 'dashboard':
      return `/jira/dashboards/${of('dashboardId')}`;
    case 'projectSettingsDetails':
      return `/plugins/servlet/project-config/${of('projectKey')}/summary`;
    case 'module':
      return `${APP_PATH}/${typeof target['path'] === 'string' ? target['path'] : ''}`;
    default:
      throw new Error(`The sandbox knows no navigation target "${target.target}".`);
  }
}

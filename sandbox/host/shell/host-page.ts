import type { FlagOptions, FrameSeat, HostPage, ModalOptions } from '../bridge/host/commands';
import { APP_PATH } from '../app-path';
import { AppEvents } from '../bridge/host/events';
import { callServer, type Boot } from './api';
import type { Navigation } from './navigation';
import { colorModeShown, themeAttributes } from './theme';
import { urlOf } from './urls';

interface HostPageOptions {
  boot: Boot;
  accountId: string;
  navigation: Navigation;
  showFlag: (flag: FlagOptions) => void;
  closeFlag: (id: string) => void;
  openModal: (options: ModalOptions, seat: FrameSeat) => void;
}

/** What Jira's page would do for the app's frames, done with the sandbox's server. */
export function createHostPage(options: HostPageOptions): HostPage {
  const { accountId, navigation } = options;
  return {
    events: new AppEvents(),
    context: (seat) => contextOf(options, seat),
    invoke: (functionKey, payload, { moduleKey, extension }) =>
      callServer('bridge/invoke', { accountId, moduleKey, functionKey, payload, context: { extension } }).then(
        resultOf,
      ),
    fetchProduct: (request) => callServer('bridge/product', { accountId, ...request }),
    location: navigation.location,
    historyLength: () => window.history.length,
    addressOf: (path) => new URL(path, window.location.href).href,
    reload: () => window.location.reload(),
    urlOf,
    navigate: (url, newTab) => {
      const target = new URL(url, window.location.href);
      if (newTab) window.open(target, '_blank', 'noopener');
      else if (isOfApp(window.location) && target.origin === window.location.origin && isOfApp(target))
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

const isOfApp = ({ pathname }: Pick<Location, 'pathname'>): boolean => pathname.startsWith(`${APP_PATH}/`);

/** The server wraps the result, as JSON has no way to say that a resolver returned nothing. */
const resultOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;

function contextOf({ boot, accountId }: HostPageOptions, { moduleKey, extension }: FrameSeat): unknown {
  return {
    accountId,
    cloudId: '11111111-2222-4333-8444-555555555555',
    localId: `ari:cloud:ecosystem::extension/sandbox/${moduleKey}`,
    environmentId: 'sandbox',
    environmentType: 'DEVELOPMENT',
    moduleKey,
    siteUrl: window.location.origin,
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    theme: { colorMode: colorModeShown(), ...themeAttributes() },
    permissions: { scopes: boot.app.scopes, external: {} },
    extension,
  };
}

import type { NavigationTarget } from '../bridge/host/commands';
import { APP_PATH } from '../app-path';

/** The path in the product of what an app asks to go to. @throws Error for a target that the sandbox does not know */
export function urlOf(target: NavigationTarget): string {
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

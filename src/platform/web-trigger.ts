import { webTrigger } from '@forge/api';

/** The address at which the installation takes requests from outside; the platform makes it when it is first asked for. */
export function urlOfWebTrigger(moduleKey: string): Promise<string> {
  return webTrigger.getUrl(moduleKey);
}

import { createJiraClient } from '../../jira/client';
import { requestAs } from '../../platform/caller';
import type { Clock } from '../../platform/clock';
import { createSender } from '../../platform/http/sender';

const LIMIT_MS = 10_000;

/** What a person is called today: they are asked about themselves, as nobody else is at hand. @throws SiteError */
export async function nameOf(accountId: string, clock: Clock): Promise<string> {
  const deadline = clock.now() + LIMIT_MS;
  const send = createSender({
    transport: requestAs({ as: 'impersonated', accountId }),
    clock,
    random: Math.random,
    timeLeft: () => deadline - clock.now(),
  });
  return (await createJiraClient(send).getUser(accountId)).displayName;
}

import type { UndoCounts } from '../../contract/jobs';

/** How much an undo takes away: what whoever starts it has to confirm, as for any job that removes. */
export const takenAway = ({ leave, revoke, remove }: Pick<UndoCounts, 'leave' | 'revoke' | 'remove'>): number =>
  leave + revoke + remove;

import type { ImportKind } from '../../contract/imports';
import { customerProfiles } from './customer-profiles';
import type { JobKind } from './kind';

/** Every kind of job there is. */
export const kinds: Record<ImportKind, JobKind> = { 'customer-profiles': customerProfiles };

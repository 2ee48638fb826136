import type { EntitlementHolder } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { personWords } from '../../shared/person-words';

/** Who holds entitlements, with the name that the page knows it by. */
export interface NamedHolder extends EntitlementHolder {
  name: string;
  /** Null for an organization, and where the site does not show it. */
  email: string | null;
}

/** A holder in a sentence: a customer goes with the address, as several have one name. */
export const holderWords = (holder: NamedHolder): string =>
  holder.entity === 'customer' ? personWords(holder) : isolated(holder.name);

/** Where the profile of a holder is. */
export const profilePath = ({ entity, id }: EntitlementHolder): readonly string[] => [`${entity}s`, id];

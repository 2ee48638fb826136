import type { PersonView } from '../../contract/profile/views';

/** Whether a person can be a customer: only where the site was asked and said so, they are known to be none. */
export const canBeCustomer = ({ customer }: Pick<PersonView, 'customer'>): boolean =>
  !customer.ok || customer.data !== null;

import React from 'react';
import { call } from '../../shared/call';
import { RenameModal } from '../../shared/RenameModal';
import { nameProblem } from './new-customer';

interface Props {
  id: string;
  /** As the page shows it. */
  name: string;
  onRenamed: (name: string) => void;
  onClose: () => void;
}

/** Gives a customer another display name. */
export function RenameCustomerModal({ id, ...rest }: Props) {
  return (
    <RenameModal
      {...rest}
      what="customer"
      help="Their email address doesn’t change."
      problemOf={(written) => (written.trim() === '' ? 'Enter a name.' : nameProblem(written))}
      rename={async (wanted, seen) => (await call('customers.rename', { id, displayName: wanted, seen })).displayName}
    />
  );
}

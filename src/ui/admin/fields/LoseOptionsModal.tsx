import { Text } from '@forge/react';
import React from 'react';
import type { FieldView } from '../../../contract/fields';
import { lostOptions, type OptionChanges } from '../../../domain/fields/option-changes';
import { isolated } from '../../../domain/isolated';
import { DangerModal } from '../../shared/DangerModal';
import { countOf, enumerated, quoted } from '../../shared/format';
import { OptionHolders } from './Holders';
import type { FieldTab } from './words';

interface Props {
  tab: FieldTab;
  field: FieldView;
  changes: OptionChanges;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/**
 * Asks before options go. The API takes the new list and knows no renaming of an option, so a renamed one goes as well:
 * what becomes of values that hold it is the site's affair and nowhere promised.
 */
export function LoseOptionsModal({ tab, field, changes, onConfirm, onClose }: Props) {
  const lost = lostOptions(changes);
  const { removed, renamed } = changes;
  return (
    <DangerModal
      title={`Remove ${countOf(lost.length, 'option')} from ${isolated(field.name)}?`}
      verb="Save field"
      typedName={field.name.trim()}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {removed.length > 0 && (
        <Text>{`Removed: ${quoted(removed)}. You won’t be able to choose ${removed.length === 1 ? 'it' : 'them'} for any ${tab.entity}.`}</Text>
      )}
      {renamed.length > 0 && (
        <Text>
          {`Renamed: ${enumerated(renamed.map(({ from, to }) => `${quoted([from])} to ${quoted([to])}`))}. Your site only gets the new list: it doesn’t move values to a new name.`}
        </Text>
      )}
      <OptionHolders tab={tab} field={field} options={lost} />
      <Text>
        Values that use a removed or renamed option may stay as they are, match no option, and be refused when they’re
        saved again. Your site doesn’t promise to keep them.
      </Text>
      <Text>
        {tab.entity === 'customer'
          ? 'To move them, add the new option first, import these customers with it, then remove the old one.'
          : `To move them, add the new option first, set it wherever the old one is used, then remove the old one.`}
      </Text>
    </DangerModal>
  );
}

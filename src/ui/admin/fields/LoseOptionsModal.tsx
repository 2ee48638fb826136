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
      title={`Take ${countOf(lost.length, 'option')} out of ${isolated(field.name)}?`}
      verb="Save field"
      typedName={field.name.trim()}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {removed.length > 0 && (
        <Text>{`Removed: ${quoted(removed)}. No ${tab.entity} can be given ${removed.length === 1 ? 'it' : 'them'} any more.`}</Text>
      )}
      {renamed.length > 0 && (
        <Text>
          {`Renamed: ${enumerated(renamed.map(({ from, to }) => `${quoted([from])} to ${quoted([to])}`))}. Your site only takes the new list: it does not carry values over to a new name.`}
        </Text>
      )}
      <OptionHolders tab={tab} field={field} options={lost} />
      <Text>
        Values that hold an option that goes may stay as they are, fit no option and be refused when they are saved
        again; your site does not promise to keep them.
      </Text>
      <Text>
        {tab.entity === 'customer'
          ? 'To move them: add the new option first, import these customers with it, then take the old one out.'
          : `To move them: add the new option first, set it where the old one is held, then take the old one out.`}
      </Text>
    </DangerModal>
  );
}

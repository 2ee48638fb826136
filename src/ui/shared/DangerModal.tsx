import { Label, Stack, Textfield } from '@forge/react';
import React, { useState } from 'react';
import { isolated } from '../../domain/isolated';
import { ActionModal } from './ActionModal';
import { breakable, looksLike } from './format';
import { useAction } from './use-action';

interface DangerModalProps {
  /** The question: "Delete Region?" */
  title: string;
  /** The button's words, the verb of the title: "Delete field". */
  verb: string;
  /** The words of the other button. */
  keep?: string;
  /** The consequence, in numbers where they are known. */
  children: React.ReactNode;
  /** Has to be typed in before the button works: where values of many entities are lost. */
  typedName?: string;
  /** What is to be confirmed is not known yet, or is nothing. */
  isDisabled?: boolean;
  /** See `ActionModal`. */
  isReloading?: boolean;
  /** Closes the modal when it resolves; what it rejects with is shown, and the modal stays. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something is destroyed. */
export function DangerModal({
  title,
  verb,
  keep = 'Keep it',
  children,
  typedName,
  isDisabled = false,
  isReloading = false,
  onConfirm,
  onClose,
}: DangerModalProps) {
  const [typed, setTyped] = useState('');
  const action = useAction(async () => {
    await onConfirm();
    onClose();
  });
  const isTyped = typedName === undefined || looksLike(typed, typedName);
  return (
    <ActionModal
      title={title}
      appearance="danger"
      verb={verb}
      isDisabled={isDisabled || !isTyped}
      isReloading={isReloading}
      keep={keep}
      action={action}
      onClose={onClose}
    >
      {children}
      {typedName !== undefined && (
        <Stack>
          <Label labelFor="typed-name">{`Type “${breakable(isolated(typedName))}” to confirm`}</Label>
          <Textfield id="typed-name" value={typed} onChange={({ target }) => setTyped(String(target.value))} />
        </Stack>
      )}
    </ActionModal>
  );
}

import React, { useState } from 'react';
import { isolated } from '../../domain/isolated';
import { ActionModal } from './ActionModal';
import { ChangedMessage } from './ChangedMessage';
import { flagSuccess } from './flag';
import { TextField } from './form/Field';
import { useFieldErrors } from './form/use-field-errors';
import { useAction } from './use-action';
import { useHandler } from './use-handler';

interface RenameModalProps {
  /** What it is, in the words of the sentence "Rename product". */
  what: string;
  /** As the page shows it. */
  name: string;
  /** What stays as it is, whatever the name. */
  help?: string;
  /** The rule that a name breaks, or null. */
  problemOf: (name: string) => string | null;
  /**
   * Gives it the name if it is still called `seen`, and answers with the name that it has then.
   * Rejects with CallError: a CONFLICT with `present` says what it is called meanwhile, one without what is wrong with
   * the name.
   */
  rename: (name: string, seen: string) => Promise<string>;
  /** It has another name now, whoever gave it. */
  onRenamed: (name: string) => void;
  onClose: () => void;
}

/** Gives something another name, unless it has just been given one. */
export function RenameModal({ what, name, help, problemOf, rename, onRenamed, onClose }: RenameModalProps) {
  const [written, setWritten] = useState(name);
  const [tried, setTried] = useState<string | null>(null);
  const problem = problemOf(written);
  const errors = useFieldErrors(problem === null ? {} : { name: problem }, ['name']);
  const { run, isRunning, error } = useAction(async (seen: string) => {
    if (!errors.submit()) return;
    setTried(written);
    const renamed = await rename(written.trim(), seen);
    flagSuccess(`${isolated(renamed)} renamed`, `It was called ${isolated(seen)}.`);
    onRenamed(renamed);
    onClose();
  });
  const submit = useHandler(() => {
    if (written.trim() !== name) run(name);
    else if (!isRunning) onClose();
  });
  const conflict = error?.code === 'CONFLICT' ? error : null;
  const present = conflict?.present?.[0];
  const refused = conflict !== null && present === undefined && tried === written ? conflict.message : null;
  const keep = (there: string) => {
    onRenamed(there);
    onClose();
  };
  return (
    <ActionModal
      title={`Rename ${what}`}
      verb={present === undefined ? `Rename ${what}` : null}
      action={{ run: submit, isRunning, error: conflict === null ? error : null }}
      onClose={onClose}
    >
      <TextField
        id="new-name"
        label="Name"
        isRequired
        help={help}
        error={errors.shown('name') ?? refused}
        value={written}
        focusTurn={errors.focusTurn('name') + 1}
        onLeave={() => errors.leave('name')}
        onChange={setWritten}
      />
      {present !== undefined && (
        <ChangedMessage
          what="The name"
          present={present}
          isRunning={isRunning}
          onKeep={() => keep(present)}
          onOverwrite={() => run(present)}
        />
      )}
    </ActionModal>
  );
}

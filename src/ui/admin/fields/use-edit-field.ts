import { useState } from 'react';
import type { FieldView } from '../../../contract/fields';
import { hasOptions } from '../../../domain/fields/definition';
import { isUnchanged, lostOptions, type OptionChanges, optionChanges } from '../../../domain/fields/option-changes';
import { call } from '../../shared/call';
import { CallError } from '../../shared/call-error';
import { type Action, useAction } from '../../shared/use-action';
import { rowsOf } from './option-rows';
import { type FieldForm, useFieldForm } from './use-field-form';
import type { FieldTab } from './words';

interface Parts {
  tab: FieldTab;
  field: FieldView;
  /** The names of the other fields of the entity. */
  others: readonly string[];
  onSaved: (saved: FieldView) => void;
}

interface EditField {
  form: FieldForm;
  /** The field that is changed, as the site is known to have it. */
  seen: FieldView;
  /** What is written, against what was seen. */
  changes: OptionChanges;
  hasChanges: boolean;
  save: Action;
  /** The field as it is meanwhile; null unless a save has met that. */
  present: FieldView | null;
  /** Goes on with the options that are there. The name that was written stays. */
  keep: (present: FieldView) => void;
  saveOver: Action<[present: FieldView]>;
  /** Whether options go by the save that was asked for, so that it waits for a confirmation. */
  isAsking: boolean;
  confirm: () => Promise<void>;
  dismiss: () => void;
}

/** A change of a field: what it costs is asked first, and what was changed meanwhile is shown, not overwritten. */
export function useEditField({ tab, field, others, onSaved }: Parts): EditField {
  const [seen, setSeen] = useState(field);
  const [present, setPresent] = useState<FieldView | null>(null);
  const [isAsking, setAsking] = useState(false);
  const form = useFieldForm({ name: field.name, rows: rowsOf(field.options), others });
  const changes = optionChanges(seen.options, form.rows);

  async function send(over: FieldView): Promise<void> {
    const { name, type, options } = over;
    const wanted = { name: form.name.trim(), options: form.optionsFor(type) };
    try {
      onSaved(await call('fields.edit', { entity: tab.entity, seen: { name, type, options }, ...wanted }));
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'CONFLICT' || error.present === undefined) throw error;
      setPresent({ ...over, options: [...error.present] });
    }
  }

  /** Sends at once where no option goes; else asks first. */
  async function sendOrAsk(over: FieldView): Promise<void> {
    if (!form.submit(over.type)) return;
    setSeen(over);
    setPresent(null);
    const lost = hasOptions(over.type) ? lostOptions(optionChanges(over.options, form.rows)) : [];
    if (lost.length > 0) setAsking(true);
    else await send(over);
  }

  return {
    form,
    seen,
    changes,
    hasChanges: form.name.trim() !== seen.name || (hasOptions(seen.type) && !isUnchanged(changes)),
    save: useAction(() => sendOrAsk(seen)),
    present,
    keep: (there) => {
      setSeen(there);
      form.changeRows(() => rowsOf(there.options));
      setPresent(null);
    },
    saveOver: useAction((there: FieldView) => sendOrAsk(there)),
    isAsking,
    confirm: () => send(seen),
    dismiss: () => setAsking(false),
  };
}

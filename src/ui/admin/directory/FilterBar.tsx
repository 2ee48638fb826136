import { Button, Form, Inline, Select, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { DirectoryFilter, DirectoryView, ListedEntity, SavedView } from '../../../contract/directory';
import type { FieldDefinition } from '../../../contract/fields';
import { type Choice, chosenValues } from '../../shared/choice';
import { Field, TextField } from '../../shared/form/Field';
import { useHandler } from '../../shared/use-handler';
import { ColumnsModal } from './ColumnsModal';
import { FilterModal } from './FilterModal';
import { SaveViewModal } from './SaveViewModal';
import { filterWords, givenViews, searchWords } from './words';

interface Props {
  entity: ListedEntity;
  view: DirectoryView;
  fields: readonly FieldDefinition[];
  saved: readonly SavedView[];
  onView: (view: DirectoryView) => void;
  onSaved: (views: SavedView[]) => void;
}

type Open = 'filter' | 'columns' | 'save' | null;

/** What is shown: the search, the filters, the columns and the saved views. */
export function FilterBar({ entity, view, fields, saved, onView, onSaved }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const without = (gone: DirectoryFilter): DirectoryView => ({
    ...view,
    filters: view.filters.filter((filter) => filter !== gone),
  });
  return (
    <Stack space="space.150">
      <Inline space="space.150" rowSpace="space.100" alignBlock="end" shouldWrap>
        <Search key={textOf(view)} entity={entity} view={view} onView={onView} />
        <Views entity={entity} view={view} saved={saved} onView={onView} />
        <Button onClick={() => setOpen('filter')}>Add filter</Button>
        <Button onClick={() => setOpen('columns')}>Columns</Button>
        <Button onClick={() => setOpen('save')}>Save view</Button>
      </Inline>
      {view.filters.length > 0 && (
        <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
          {view.filters.map((filter) => (
            <Button
              key={JSON.stringify(filter)}
              spacing="compact"
              iconAfter="cross"
              onClick={() => onView(without(filter))}
            >
              {filterWords(entity, filter)}
            </Button>
          ))}
          <Button spacing="compact" appearance="subtle" onClick={() => onView({ ...view, filters: [] })}>
            Clear filters
          </Button>
        </Inline>
      )}
      {open === 'filter' && (
        <FilterModal
          entity={entity}
          fields={fields}
          onFilter={(filter) => onView({ ...view, filters: [...view.filters, filter] })}
          onClose={close}
        />
      )}
      {open === 'columns' && (
        <ColumnsModal entity={entity} view={view} fields={fields} onView={onView} onClose={close} />
      )}
      {open === 'save' && <SaveViewModal entity={entity} view={view} saved={saved} onSaved={onSaved} onClose={close} />}
    </Stack>
  );
}

const textOf = ({ filters }: DirectoryView): string => {
  const text = filters.find((filter) => filter.by === 'text');
  return text?.by === 'text' ? text.text : '';
};

/** Any part of a name or an email address; an empty one takes the search away. */
function Search({ entity, view, onView }: Pick<Props, 'entity' | 'view' | 'onView'>) {
  const [text, setText] = useState(() => textOf(view));
  const submit = useHandler(() => {
    const others = view.filters.filter(({ by }) => by !== 'text');
    const wanted = text.trim();
    onView({ ...view, filters: wanted === '' ? others : [{ by: 'text', text: wanted }, ...others] });
  });
  return (
    <Form onSubmit={submit}>
      <Inline space="space.100" alignBlock="end" shouldWrap>
        <TextField
          id="directory-search"
          label={searchWords[entity]}
          size="small"
          error={null}
          maxLength={255}
          value={text}
          onChange={setText}
        />
        <Button type="submit">Search</Button>
      </Inline>
    </Form>
  );
}

function Views({ entity, view, saved, onView }: Pick<Props, 'entity' | 'view' | 'saved' | 'onView'>) {
  const all = [...givenViews[entity], ...saved.filter((one) => one.entity === entity)];
  const choices: Choice[] = all.map(({ name }, at) => ({ label: name, value: String(at) }));
  // Of a saved view that shows what a given one does, the name that somebody gave it.
  const same = all.findLastIndex((one) => JSON.stringify(one.view) === JSON.stringify(view));
  return (
    <Field id="directory-view" label="View" size="small" error={null}>
      <Select
        inputId="directory-view"
        placeholder="Choose a view"
        options={choices}
        value={choices[same] ?? null}
        onChange={(chosen: unknown) => {
          const [value = ''] = chosenValues(chosen);
          const found = all[Number(value)];
          if (found !== undefined) onView(found.view);
        }}
      />
    </Field>
  );
}

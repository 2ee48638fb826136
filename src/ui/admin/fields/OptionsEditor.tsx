import { Button, Inline, ModalTransition, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { optionCountProblem } from '../../../domain/fields/definition';
import { SAFE_OPTIONS } from '../../../domain/fields/limits';
import { countOf } from '../../shared/format';
import { Pages } from '../../shared/Pages';
import { Section } from '../../shared/Section';
import { OptionLine } from './OptionLine';
import { sorted, withPasted, withText } from './option-rows';
import { PasteOptionsModal } from './PasteOptionsModal';
import type { FieldForm } from './use-field-form';
import { useOptionList } from './use-option-list';

/** The options of a field, 25 in sight at a time: written, put in order, added one by one or pasted as a list. */
export function OptionsEditor({ form }: { form: FieldForm }) {
  const { rows, changeRows, problems, focus, isSent } = form;
  const [isPasting, setPasting] = useState(false);
  const list = useOptionList(form);
  const tooMany = optionCountProblem(rows.length);
  return (
    <Section title="Options">
      <Stack space="space.100">
        {rows.length === 0 && (
          <Text color="color.text.subtle">No options yet. A value has to be one of the options.</Text>
        )}
        {list.shown.map((row, place) => {
          const index = list.first + place;
          const problem = problems[index] ?? null;
          return (
            <OptionLine
              key={row.key}
              row={row}
              number={index + 1}
              isFirst={index === 0}
              isLast={index === rows.length - 1}
              problem={isSent || row.isLeft ? problem : null}
              focusTurn={focus.on === row.key ? focus.turn : 0}
              onText={(text) => changeRows((now) => withText(now, row.key, text))}
              onLeave={() => form.leaveOption(row.key)}
              onEnter={() => list.next(index)}
              onMove={(by) => list.move(index, by)}
              onRemove={() => list.remove(index)}
            />
          );
        })}
      </Stack>
      <Inline alignBlock="center" space="space.300" rowSpace="space.100" shouldWrap>
        <Inline space="space.100" rowSpace="space.100" shouldWrap>
          <Button onClick={list.add}>Add option</Button>
          <Button onClick={() => setPasting(true)}>Paste a list</Button>
          <Button appearance="subtle" isDisabled={rows.length < 2} onClick={() => changeRows(sorted)}>
            Sort A to Z
          </Button>
        </Inline>
        <Text color="color.text.subtle">{countOf(rows.length, 'option')}</Text>
        <Pages label="Pages of options" total={rows.length} page={list.page} onPage={list.setPage} />
      </Inline>
      {tooMany !== null && (
        <SectionMessage appearance="error">
          <Text>{tooMany}</Text>
        </SectionMessage>
      )}
      {tooMany === null && rows.length > SAFE_OPTIONS && (
        <SectionMessage appearance="information">
          <Text>{`Some sites allow at most ${SAFE_OPTIONS} options in a field. Yours may refuse more.`}</Text>
        </SectionMessage>
      )}
      <ModalTransition>
        {isPasting && (
          <PasteOptionsModal
            present={rows.map(({ text }) => text)}
            onAdd={(pasted) => changeRows((now) => withPasted(now, pasted))}
            onClose={() => setPasting(false)}
          />
        )}
      </ModalTransition>
    </Section>
  );
}

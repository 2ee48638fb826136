import { Form, Inline, LoadingButton, Stack } from '@forge/react';
import React from 'react';
import { MAX_TEXT_CHARS } from '../../../contract/requests';
import { helpCenterIdOf, helpCenterProblem } from '../../../domain/requests/help-center';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { TextField } from '../../shared/form/Field';
import { RadioField } from '../../shared/form/RadioField';
import { useDraft } from '../../shared/form/use-draft';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { LeaveModal } from '../../shared/LeaveModal';
import { Page } from '../../shared/Page';
import { TextLink } from '../../shared/TextLink';
import { useAction } from '../../shared/use-action';
import { useHeld } from '../../shared/use-held';
import { HELP_CENTER_HELP } from './RequestFields';

interface CommentDraft {
  helpCenterId: string;
  request: string;
  text: string;
  seenBy: 'agents' | 'customer';
}

const fieldNames = ['helpCenterId', 'request', 'text'] as const;
type FieldName = (typeof fieldNames)[number];

function errorsOf({ helpCenterId, request, text }: CommentDraft): Partial<Record<FieldName, string>> {
  const problem = helpCenterProblem(helpCenterId);
  return {
    ...(problem !== null && { helpCenterId: problem }),
    ...(request.trim() === '' && { request: 'Enter the request to comment on.' }),
    ...(text.trim() === '' && { text: 'Enter a comment.' }),
  };
}

/** Comments on the request that the address names, or on one that is named in the form. */
export function CommentPage({ helpCenterId, request }: { helpCenterId: string; request: string }) {
  const [draft, change] = useDraft<CommentDraft>({ helpCenterId, request, text: '', seenBy: 'agents' });
  const fields = useFieldErrors(errorsOf(draft), fieldNames);
  const leaving = useHeld(draft.text.trim() !== '');
  const send = useAction(async () => {
    if (!fields.submit()) return;
    const { seenBy, request: wanted, text: written } = draft;
    const helpCenter = helpCenterIdOf(draft.helpCenterId) ?? '';
    const comment = { helpCenterId: helpCenter, request: wanted, text: written, public: seenBy === 'customer' };
    await call('requests.comment', comment);
    flagSuccess(`Comment added to ${draft.request.trim()}`);
    change((now) => ({ text: now.text === draft.text ? '' : now.text }));
    fields.restart();
  });
  const text = (key: FieldName, maxLength = 255) => ({
    id: key,
    value: draft[key],
    maxLength,
    isRequired: true,
    error: fields.shown(key),
    focusTurn: fields.focusTurn(key),
    onChange: (value: string) => change({ [key]: value }),
    onLeave: () => fields.leave(key),
  });
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['requests']}>← Requests</TextLink>
      </Inline>
      <Page
        title={request === '' ? 'Comment on a request' : `Comment on ${request}`}
        purpose="Your comment is added under your name, for agents only or for the customer too."
      >
        <Form onSubmit={send.run}>
          <Stack space="space.200">
            <TextField {...text('helpCenterId')} label="Help center" help={HELP_CENTER_HELP} />
            <TextField {...text('request')} label="Request" help="Enter its key or ID, such as CARE-1." />
            <TextField
              {...text('text', MAX_TEXT_CHARS)}
              label="Comment"
              lines={5}
              help="An empty line starts a new paragraph."
            />
            <RadioField
              name="seen-by"
              label="Who can see it"
              value={draft.seenBy}
              onChange={(seenBy) => change({ seenBy })}
              options={[
                { value: 'agents', label: 'Agents only' },
                { value: 'customer', label: 'Agents and the customer' },
              ]}
            />
            {send.error && <Failure error={send.error} />}
            <Inline>
              <LoadingButton appearance="primary" type="submit" isLoading={send.isRunning}>
                Add comment
              </LoadingButton>
            </Inline>
          </Stack>
        </Form>
        <LeaveModal leaving={leaving} />
      </Page>
    </Stack>
  );
}

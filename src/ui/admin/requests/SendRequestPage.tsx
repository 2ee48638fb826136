import { Button, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { SentRequest } from '../../../contract/requests';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { useDraft } from '../../shared/form/use-draft';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { LeaveModal } from '../../shared/LeaveModal';
import { useNavigation } from '../../shared/navigation';
import { Page } from '../../shared/Page';
import { useAction } from '../../shared/use-action';
import { useHeld } from '../../shared/use-held';
import { RequestFields } from './RequestFields';
import { RecentRequests } from './RecentRequests';
import { SentMessage } from './SentMessage';
import { errorsOf, fieldsOf, isWritten, newDraft, requestOf } from './request-draft';

/** Sends a request to a help center, and shows what became of it. */
export function SendRequestPage() {
  const { go } = useNavigation();
  const [sent, setSent] = useState<SentRequest | null>(null);
  // The next request goes to the same help center, from the same place.
  const [last, setLast] = useState(newDraft);
  const [latest, setLatest] = useState<string | null>(null);
  return (
    <Page
      title="Requests"
      purpose="Send a request to a help center, as a form on another site would, and comment on requests."
      actions={<Button onClick={() => go(['requests', 'comment'])}>Comment on a request</Button>}
    >
      {sent === null ? (
        <RequestForm
          first={last}
          onSent={(request, { helpCenterId, origin }) => {
            setLast({ ...newDraft, helpCenterId, origin });
            setSent(request);
            setLatest(request.key);
          }}
        />
      ) : (
        <SentMessage request={sent} onAnother={() => setSent(null)} />
      )}
      <RecentRequests latest={latest} />
    </Page>
  );
}

interface FormProps {
  first: typeof newDraft;
  onSent: (request: SentRequest, draft: typeof newDraft) => void;
}

function RequestForm({ first, onSent }: FormProps) {
  const [draft, change] = useDraft(first);
  const fields = useFieldErrors(errorsOf(draft), fieldsOf(draft));
  const leaving = useHeld(isWritten(draft));
  const send = useAction(async () => {
    if (fields.submit()) onSent(await call('requests.send', requestOf(draft)), draft);
  });
  return (
    <>
      <Form onSubmit={send.run}>
        <Stack space="space.300">
          <RequestFields draft={draft} onChange={change} fields={fields} />
          {send.error && <Failure error={send.error} />}
          <Inline>
            <LoadingButton appearance="primary" type="submit" isLoading={send.isRunning}>
              Send request
            </LoadingButton>
          </Inline>
        </Stack>
      </Form>
      <LeaveModal leaving={leaving} />
    </>
  );
}

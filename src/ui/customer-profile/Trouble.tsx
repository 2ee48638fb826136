import { SectionMessage, SectionMessageAction, Stack, Text } from '@forge/react';
import React from 'react';
import type { ResolverError } from '../../contract/result';
import { CallError } from '../shared/call-error';
import { canRetry, errorWords } from '../shared/error-words';

interface TroubleProps {
  /** What is not there, as a sentence: "The entitlements could not be loaded". */
  title: string;
  error: CallError;
  onRetry: () => void;
}

/** Stands in the place of a part that could not be loaded; the other parts stay. */
export function Trouble({ title, error, onRetry }: TroubleProps) {
  const { quote, advice } = errorWords(error);
  const actions = canRetry(error)
    ? [
        <SectionMessageAction key="retry" onClick={onRetry}>
          Try again
        </SectionMessageAction>,
      ]
    : [];
  return (
    <SectionMessage appearance="error" title={title} actions={actions}>
      <Stack space="space.050">
        <Text>{quote}</Text>
        <Text>{advice}</Text>
      </Stack>
    </SectionMessage>
  );
}

/** What the back end says of a part, in the form in which a whole call fails. */
export const errorOfPart = ({ code, message, advice }: ResolverError): CallError =>
  new CallError(code, message, advice);

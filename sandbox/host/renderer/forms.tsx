import {
  ErrorMessage,
  FormFooter,
  FormHeader,
  FormSection,
  HelperMessage,
  Label,
  RequiredAsterisk,
  ValidMessage,
} from '@atlaskit/form';
import React from 'react';
import * as v from 'valibot';
import { component, slot, type Family } from './component';
import { handler, oneOf, text } from './props';

const titled = { title: text, description: v.exactOptional(slot) };

export const forms: Family = {
  Form: component({ onSubmit: handler }, ({ onSubmit }, { children }) => (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The app keeps the values itself: on Forge nothing comes with a submit either.
        onSubmit?.();
      }}
    >
      {children}
    </form>
  )),
  FormHeader: component(titled, (props, { children }) => <FormHeader {...props}>{children}</FormHeader>),
  FormSection: component(titled, (props, { children }) => <FormSection {...props}>{children}</FormSection>),
  FormFooter: component({ align: oneOf(['start', 'end']) }, (props, { children }) => (
    <FormFooter {...props}>{children}</FormFooter>
  )),
  Label: component(
    { labelFor: v.optional(v.string(), ''), id: text, testId: text },
    ({ labelFor, ...props }, { children }) => (
      <Label {...props} htmlFor={labelFor}>
        {children}
      </Label>
    ),
  ),
  HelperMessage: component({ testId: text }, (props, { children }) => (
    <HelperMessage {...props}>{children}</HelperMessage>
  )),
  ErrorMessage: component({ testId: text }, (props, { children }) => (
    <ErrorMessage {...props}>{children}</ErrorMessage>
  )),
  ValidMessage: component({ testId: text }, (props, { children }) => (
    <ValidMessage {...props}>{children}</ValidMessage>
  )),
  RequiredAsterisk: component({}, () => <RequiredAsterisk />),
};

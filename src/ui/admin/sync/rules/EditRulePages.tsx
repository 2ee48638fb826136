import { Button, Form, Inline, LoadingButton, Stack } from '@forge/react';
import React, { useCallback } from 'react';
import type { RuleView } from '../../../../contract/rules';
import { call } from '../../../shared/call';
import { detailKey } from '../../../shared/details/new-values';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useDraft } from '../../../shared/form/use-draft';
import { useFieldErrors } from '../../../shared/form/use-field-errors';
import { Loaded } from '../../../shared/Loaded';
import { useNavigation } from '../../../shared/navigation';
import { Page } from '../../../shared/Page';
import { TextLink } from '../../../shared/TextLink';
import { useAction } from '../../../shared/use-action';
import { useResource } from '../../../shared/use-resource';
import { type RuleFieldLists, draftOf, errorsOf, limitKeys, newDraft, ruleKeys, settingsOf } from './rule-draft';
import { RuleFields } from './RuleFields';

async function loadLists(): Promise<RuleFieldLists> {
  const [organization, entitlement] = await Promise.all([
    call('imports.fields', { entity: 'organization' }),
    call('imports.fields', { entity: 'entitlement' }),
  ]);
  return { organization: organization.fields, entitlement: entitlement.fields };
}

/** A new rule. It is previewed before it can be switched on. */
export function NewRulePage() {
  const lists = useResource(loadLists);
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['sync', 'rules']}>← Entitlement rules</TextLink>
      </Inline>
      <Page
        title="Create an entitlement rule"
        purpose="It stays off until you have seen its preview and switched it on."
      >
        <Loaded resource={lists} lines={8} label="Loading detail fields">
          {(found) => <RuleForm rule={null} lists={found} />}
        </Loaded>
      </Page>
    </Stack>
  );
}

/** What an administrator decides of a rule that is there. */
export function EditRulePage({ ruleId }: { ruleId: string }) {
  const load = useCallback(async () => {
    const [{ rule }, lists] = await Promise.all([call('rules.get', { ruleId }), loadLists()]);
    return { rule, lists };
  }, [ruleId]);
  const found = useResource(load);
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['sync', 'rules', ruleId]}>← Rule</TextLink>
      </Inline>
      <Page title="Edit the rule" purpose="Where you change what it does, it’s switched off and previewed again.">
        <Loaded resource={found} lines={8} label="Loading the rule">
          {({ rule, lists }) => <RuleForm rule={rule} lists={lists} />}
        </Loaded>
      </Page>
    </Stack>
  );
}

function RuleForm({ rule, lists }: { rule: RuleView | null; lists: RuleFieldLists }) {
  const { go } = useNavigation();
  const [draft, change] = useDraft(() => (rule === null ? newDraft() : draftOf(rule)));
  const details = lists.entitlement.map(({ name }) => detailKey(name));
  const errors = useFieldErrors<string>(errorsOf(draft, lists), [...ruleKeys, ...details, ...limitKeys]);
  const save = useAction(async () => {
    const settings = settingsOf(draft, lists);
    if (!errors.submit() || settings === null) return;
    const request = { settings };
    const saved =
      rule === null ? await call('rules.create', request) : await call('rules.save', { ...request, ruleId: rule.id });
    flagSuccess(rule === null ? 'Rule created' : 'Rule saved', settings.name);
    go(['sync', 'rules', saved.rule.id]);
  });
  return (
    <Form onSubmit={save.run}>
      <Stack space="space.400">
        <RuleFields draft={draft} onChange={change} errors={errors} lists={lists} isNew={rule === null} />
        {save.error && <Failure error={save.error} />}
        <Inline space="space.100">
          <LoadingButton appearance="primary" type="submit" isLoading={save.isRunning}>
            {rule === null ? 'Create and preview' : 'Save'}
          </LoadingButton>
          <Button
            appearance="subtle"
            onClick={() => go(rule === null ? ['sync', 'rules'] : ['sync', 'rules', rule.id])}
          >
            Cancel
          </Button>
        </Inline>
      </Stack>
    </Form>
  );
}

import { Button, ButtonGroup, Inline, LoadingButton, Lozenge, ModalTransition, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { RuleView } from '../../../../contract/rules';
import { call } from '../../../shared/call';
import { DangerModal } from '../../../shared/DangerModal';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { countOf } from '../../../shared/format';
import { useNavigation } from '../../../shared/navigation';
import { useAction } from '../../../shared/use-action';
import type { Resource } from '../../../shared/use-resource';
import { stateOf } from './rule-words';

/** A rule as its page has loaded it. */
export type FoundRule = Resource<{ rule: RuleView }>;

/** What can be done with a rule as a whole. */
export function RuleActions({ rule, resource }: { rule: RuleView; resource: FoundRule }) {
  const { go } = useNavigation();
  const [isDeleting, setDeleting] = useState(false);
  const ruleId = rule.id;
  const switchOn = useAction(async () => {
    resource.replace(await call('rules.switchOn', { ruleId }));
    flagSuccess(rule.mode === 'paused' ? 'Rule resumed' : 'Rule switched on', 'It runs at once.');
  });
  const pause = useAction(async () => {
    resource.replace(await call('rules.pause', { ruleId }));
    flagSuccess('Rule paused', 'Nothing is granted or revoked until you resume it.');
  });
  const preview = useAction(async () => resource.replace(await call('rules.preview', { ruleId })));
  const error = switchOn.error ?? pause.error ?? preview.error;
  const state = stateOf(rule);
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Lozenge appearance={state.appearance}>{state.words}</Lozenge>
        <ButtonGroup label="Rule actions">
          {rule.mode === 'on' ? (
            <LoadingButton isLoading={pause.isRunning} onClick={pause.run}>
              Pause
            </LoadingButton>
          ) : (
            <LoadingButton
              appearance="primary"
              isDisabled={!rule.isPreviewed}
              isLoading={switchOn.isRunning}
              onClick={switchOn.run}
            >
              {rule.mode === 'paused' ? 'Resume' : 'Switch on'}
            </LoadingButton>
          )}
          <Button onClick={() => go(['sync', 'rules', ruleId, 'edit'])}>Edit</Button>
          <LoadingButton
            appearance="subtle"
            isDisabled={rule.run !== null}
            isLoading={preview.isRunning}
            onClick={preview.run}
          >
            Preview
          </LoadingButton>
          <Button appearance="subtle" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        </ButtonGroup>
      </Inline>
      {error && <Failure error={error} />}
      <ModalTransition>
        {isDeleting && (
          <DangerModal
            title={`Delete ${rule.name}?`}
            verb="Delete rule"
            onConfirm={async () => {
              await call('rules.delete', { ruleId });
              flagSuccess('Rule deleted', rule.name);
              go(['sync', 'rules']);
            }}
            onClose={() => setDeleting(false)}
          >
            <Text>
              {`What it granted stays: ${countOf(rule.granted, 'entitlement')}. The console no longer changes or revokes it.`}
            </Text>
          </DangerModal>
        )}
      </ModalTransition>
    </Stack>
  );
}

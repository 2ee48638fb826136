import Flag, { AutoDismissFlag } from '@atlaskit/flag';
import { FlagGroup } from '@atlaskit/flag/flag-group';
import StatusError from '@atlaskit/icon/core/status-error';
import StatusInformation from '@atlaskit/icon/core/status-information';
import StatusSuccess from '@atlaskit/icon/core/status-success';
import StatusWarning from '@atlaskit/icon/core/status-warning';
import React from 'react';
import type { FlagOptions } from '../bridge/host/commands';

export interface FlagStack {
  flags: readonly FlagOptions[];
  show: (flag: FlagOptions) => void;
  close: (id: string) => void;
}

/** The flags on show, newest first. A flag of the same id replaces the one there. Both functions stay the same. */
export function useFlagStack(): FlagStack {
  const [flags, setFlags] = React.useState<readonly FlagOptions[]>([]);
  const show = React.useCallback(
    (flag: FlagOptions) => setFlags((open) => [flag, ...without(open, String(flag.id))]),
    [],
  );
  const close = React.useCallback((id: string) => setFlags((open) => without(open, id)), []);
  return { flags, show, close };
}

const without = (flags: readonly FlagOptions[], id: string): FlagOptions[] =>
  flags.filter((flag) => String(flag.id) !== id);

const icons = {
  info: <StatusInformation label="Info" color="var(--ds-icon-information)" />,
  success: <StatusSuccess label="Success" color="var(--ds-icon-success)" />,
  warning: <StatusWarning label="Warning" color="var(--ds-icon-warning)" />,
  error: <StatusError label="Error" color="var(--ds-icon-danger)" />,
};

export function Flags({ stack }: { stack: FlagStack }): React.JSX.Element {
  return (
    <FlagGroup onDismissed={(id) => stack.close(String(id))}>
      {stack.flags.map((flag) => {
        const One = flag.isAutoDismiss ? AutoDismissFlag : Flag;
        return (
          <One
            key={flag.id}
            id={flag.id}
            title={flag.title}
            description={flag.description}
            icon={icons[flag.type]}
            {...(flag.appearance === undefined ? {} : { appearance: flag.appearance })}
            actions={flag.actions.map(({ text, onClick }) => ({ content: text, onClick: () => onClick?.() }))}
          />
        );
      })}
    </FlagGroup>
  );
}

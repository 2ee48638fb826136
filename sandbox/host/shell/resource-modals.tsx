import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import React from 'react';
import type { FrameSeat, ModalOptions } from '../bridge/host/commands';
import { NativeResource } from './native-resource';
import { useShell } from './shell-context';
import { StaticResource } from './static-resource';

/** A modal, and the seat of the frame that opened it. */
export interface OpenModal {
  options: ModalOptions;
  opener: FrameSeat;
}

interface ResourceModalsProps {
  modals: readonly OpenModal[];
  closed: (modal: OpenModal) => void;
}

/** The modals opened by the bridge's `Modal`, each with a resource of the app inside. */
export function ResourceModals({ modals, closed }: ResourceModalsProps): React.JSX.Element {
  return (
    <ModalTransition>
      {modals.map((modal, index) => (
        <ResourceModal key={index} {...modal} closed={() => closed(modal)} />
      ))}
    </ModalTransition>
  );
}

const widths: Record<string, string> = {
  small: 'small',
  medium: 'medium',
  large: 'large',
  xlarge: 'x-large',
  max: '100%',
};

function ResourceModal({ options, opener, closed }: OpenModal & { closed: () => void }): React.JSX.Element {
  const { boot } = useShell();
  const resource = options.resource ?? boot.app.resource;
  const kind = boot.app.resources.find(({ key }) => key === resource)?.kind;
  const close = (payload: unknown) => {
    closed();
    options.onClose(payload);
  };
  const extension = { ...opener.extension, modal: options.context };
  const seat: FrameSeat = { moduleKey: opener.moduleKey, extension, close };
  return (
    <Modal
      onClose={(event) => {
        const escaped = 'key' in event && event.key === 'Escape';
        if (options.closeOnEscape || !escaped) close(undefined);
      }}
      shouldCloseOnOverlayClick={options.closeOnOverlayClick}
      width={typeof options.size === 'string' ? (widths[options.size] ?? 'medium') : options.size.width}
    >
      {options.title === '' ? null : (
        <ModalHeader hasCloseButton>
          <ModalTitle>{options.title}</ModalTitle>
        </ModalHeader>
      )}
      <ModalBody>
        {kind === 'native' ? (
          <NativeResource resource={resource} seat={seat} />
        ) : (
          <StaticResource resource={resource} seat={seat} />
        )}
      </ModalBody>
    </Modal>
  );
}

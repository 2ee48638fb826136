import InlineEdit from '@atlaskit/inline-edit';
import Modal, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
} from '@atlaskit/modal-dialog';
import Popup from '@atlaskit/popup';
import React from 'react';
import { component, Nodes, type Family } from './component';
import { flag, handler, oneOf, text, textOrNumber } from './props';

const placement = oneOf([
  'auto',
  'auto-start',
  'auto-end',
  'top',
  'top-start',
  'top-end',
  'bottom',
  'bottom-start',
  'bottom-end',
  'right',
  'right-start',
  'right-end',
  'left',
  'left-start',
  'left-end',
]);

export const overlays: Family = {
  ModalTransition: component({}, (_props, { children }) => <ModalTransition>{children}</ModalTransition>),
  Modal: component(
    {
      onClose: handler,
      shouldScrollInViewport: flag,
      label: text,
      width: textOrNumber,
      height: textOrNumber,
      title: text,
      testId: text,
    },
    ({ onClose, title, ...props }, { children }) => (
      <Modal {...props} onClose={(event) => onClose?.(event)}>
        {title === undefined ? null : (
          <ModalHeader>
            <ModalTitle>{title}</ModalTitle>
            <CloseButton onClick={(event) => onClose?.(event)} />
          </ModalHeader>
        )}
        {children}
      </Modal>
    ),
  ),
  ModalHeader: component({ testId: text }, (props, { children }) => <ModalHeader {...props}>{children}</ModalHeader>),
  ModalTitle: component(
    { appearance: oneOf(['danger', 'warning']), isMultiline: flag, testId: text },
    (props, { children }) => <ModalTitle {...props}>{children}</ModalTitle>,
  ),
  ModalBody: component({ hasInlinePadding: flag, testId: text }, (props, { children }) => (
    <ModalBody {...props}>{children}</ModalBody>
  )),
  ModalFooter: component({ testId: text }, (props, { children }) => <ModalFooter {...props}>{children}</ModalFooter>),
  Popup: component(
    {
      isOpen: flag,
      id: text,
      testId: text,
      onClose: handler,
      placement,
      shouldFlip: flag,
      autoFocus: flag,
      shouldFitContainer: flag,
      shouldDisableFocusLock: flag,
      role: text,
      label: text,
      titleId: text,
    },
    ({ isOpen, onClose, shouldFitContainer: _fit, ...props }, { named }) => (
      <Popup
        {...props}
        isOpen={isOpen ?? false}
        onClose={() => onClose?.()}
        content={() => <Nodes nodes={named('content')} />}
        trigger={({ ref, 'aria-controls': controls, 'aria-expanded': expanded, 'aria-haspopup': popup }) => (
          <span
            ref={ref}
            data-controls={controls}
            data-expanded={expanded}
            data-haspopup={popup}
            className="kit-popup-trigger"
          >
            <Nodes nodes={named('trigger')} />
          </span>
        )}
      />
    ),
  ),
  InlineEdit: component(
    {
      label: text,
      isEditing: flag,
      isRequired: flag,
      startWithEditViewOpen: flag,
      keepEditViewOpenOnBlur: flag,
      hideActionButtons: flag,
      readViewFitContainerWidth: flag,
      editButtonLabel: text,
      confirmButtonLabel: text,
      cancelButtonLabel: text,
      onConfirm: handler,
      onEdit: handler,
      onCancel: handler,
    },
    ({ onConfirm, onEdit, onCancel, ...props }, { named }) => (
      // The app keeps the value and whether it is being edited; what is shown follows.
      <InlineEdit
        {...props}
        defaultValue=""
        editView={() => <Nodes nodes={named('editView')} />}
        readView={() => <Nodes nodes={named('readView')} />}
        onConfirm={() => onConfirm?.()}
        {...(onEdit === undefined ? {} : { onEdit })}
        {...(onCancel === undefined ? {} : { onCancel })}
      />
    ),
  ),
};

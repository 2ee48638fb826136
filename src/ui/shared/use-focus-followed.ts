import { useRef, useState } from 'react';

export interface FocusFollowed {
  /** Whether the focus is at one of the controls, as far as they have told. */
  isHere: () => boolean;
  onFocus: () => void;
  onBlur: () => void;
}

/**
 * Follows whether the focus is at one of some controls, which are all given the handlers: UI Kit tells of a control when
 * the focus comes to it and leaves it, and nothing else.
 */
export function useFocusFollowed(): FocusFollowed {
  const here = useRef(false);
  const [followed] = useState(() => ({
    isHere: () => here.current,
    onFocus: () => {
      here.current = true;
    },
    onBlur: () => {
      here.current = false;
    },
  }));
  return followed;
}

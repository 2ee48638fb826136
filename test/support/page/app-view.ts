import type { ReactElement } from 'react';
import type React from 'react';

type Reconciler = { render: (element: ReactElement) => void };

/** One mounted app at a time: the vendor's reconciler can begin and has no way to end. */
export class AppView {
  private show: ((app: ReactElement | null) => void) | null = null;

  constructor(
    private readonly react: typeof React,
    private readonly reconciler: Reconciler,
  ) {}

  /** Takes away what was mounted before, and mounts this. */
  mount(app: ReactElement | null): void {
    if (this.show !== null) this.show(app);
    else this.reconciler.render(this.react.createElement(this.viewOf(app)));
  }

  private viewOf(first: ReactElement | null): React.ComponentType {
    const { useState } = this.react;
    return () => {
      const [app, show] = useState(first);
      this.show = show;
      return app;
    };
  }
}

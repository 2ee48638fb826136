import React from 'react';

export function SandboxPanel(): React.JSX.Element {
  return <aside className="panel" aria-label="Sandbox" />;
}

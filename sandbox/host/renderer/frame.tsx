import React from 'react';
import * as v from 'valibot';
import { StaticResource } from '../shell/static-resource';
import { useSeat } from '../shell/seat-context';
import { useShell } from '../shell/shell-context';
import { component, type Family } from './component';
import { text } from './props';

function Frame(props: {
  resource: string;
  width: string | undefined;
  height: string | undefined;
  frameId: string | undefined;
}): React.JSX.Element {
  const { boot } = useShell();
  const { moduleKey, extension } = useSeat();
  const known = boot.app.resources.some(({ key, kind }) => key === props.resource && kind === 'static');
  if (!known) return <p role="alert">{`Not found: the manifest has no static resource "${props.resource}".`}</p>;
  return (
    <StaticResource
      resource={props.resource}
      width={props.width}
      height={props.height}
      seat={{ moduleKey, extension: { ...extension, frameId: props.frameId ?? props.resource } }}
    />
  );
}

export const frames: Family = {
  Frame: component(
    { resource: v.string(), width: text, height: text, frameId: text },
    ({ resource, width, height, frameId }) => (
      <Frame resource={resource} width={width} height={height} frameId={frameId} />
    ),
  ),
};

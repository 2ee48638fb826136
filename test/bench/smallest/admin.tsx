import { invoke } from '@forge/bridge';
import ForgeReconciler, { Text } from '@forge/react';
import React, { useEffect, useState } from 'react';
import * as v from 'valibot';

/** A page with one text, on the packages that the app's admin page is built on. */
function Page() {
  const [text, setText] = useState('');
  useEffect(() => {
    void invoke('one').then((answer) => setText(v.parse(v.string(), answer)));
  }, []);
  return <Text>{text}</Text>;
}

ForgeReconciler.render(<Page />);

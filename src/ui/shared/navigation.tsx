import { view } from '@forge/bridge';
import React, { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { createGate, type Gate } from './gate';
import { joinPath, splitPath } from './path';
import { HoldContext } from './use-held';

type History = Awaited<ReturnType<typeof view.createHistory>>;

export interface Navigation {
  /** Where the page is: the parts of its path, without those of the product. */
  path: readonly string[];
  /** False where the product gives no history: the page must then show its own way around. */
  hasHistory: boolean;
  go: (path: readonly string[]) => void;
  /** Goes there although the page is held: what it held is saved, or given up on purpose. */
  goUnasked: (path: readonly string[]) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

/** Where the page is, and how to go elsewhere. Only inside NavigationProvider. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation is called outside NavigationProvider');
  return navigation;
}

async function createHistory(): Promise<History | null> {
  try {
    return await view.createHistory();
  } catch {
    // Some places in the products have no history to give: the page then keeps its own path.
    return null;
  }
}

interface Props {
  children: React.ReactNode;
  /** Shown until it is known where the page is. */
  fallback: React.ReactNode;
}

/**
 * Keeps the page's path in the product's history, so that links and Back work, or in itself where there is none. What is
 * held (`useHeld`) is held for every way that leads through that history: links of the console, the product's sidebar,
 * Back. It cannot be held against what Forge tells an app nothing of: the product leaving the app, the browser leaving the
 * page.
 */
export function NavigationProvider({ children, fallback }: Props) {
  const [history, setHistory] = useState<History | null>(null);
  const [path, setPath] = useState<readonly string[] | null>(null);
  const [gate] = useState(createGate);

  useEffect(() => {
    let unlisten = () => {};
    let mounted = true;
    void createHistory().then((created) => {
      if (!mounted) return;
      setHistory(created);
      setPath(splitPath(created?.location.pathname ?? ''));
      if (created) unlisten = follow(created, gate, setPath);
    });
    return () => {
      mounted = false;
      unlisten();
    };
  }, [gate]);

  const go = useCallback(
    (next: readonly string[]) => {
      if (history) history.push(joinPath(next));
      else gate.pass({ leave: () => setPath(next), stay: () => {}, to: next });
    },
    [history, gate],
  );
  const goUnasked = useCallback(
    (next: readonly string[]) => {
      gate.open();
      go(next);
    },
    [gate, go],
  );
  const navigation = useMemo(
    () => path && { path, hasHistory: history !== null, go, goUnasked },
    [path, history, go, goUnasked],
  );
  if (navigation === null) return <>{fallback}</>;
  return (
    <NavigationContext.Provider value={navigation}>
      <HoldContext.Provider value={gate.hold}>{children}</HoldContext.Provider>
    </NavigationContext.Provider>
  );
}

/**
 * Shows each place that the history comes to, when the gate lets it. The address has moved on by then: a page that stays
 * takes it back.
 */
function follow(history: History, gate: Gate, show: (path: readonly string[]) => void): () => void {
  let shown = joinPath(splitPath(history.location.pathname));
  return history.listen((location) => {
    const next = joinPath(splitPath(location.pathname));
    if (next === shown) return;
    gate.pass({
      leave: () => {
        shown = next;
        show(splitPath(next));
      },
      stay: () => history.push(shown),
      to: splitPath(next),
    });
  });
}

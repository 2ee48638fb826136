import { view } from '@forge/bridge';
import React, { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { joinPath, splitPath } from './path';

type History = Awaited<ReturnType<typeof view.createHistory>>;

export interface Navigation {
  /** Where the page is: the parts of its path, without those of the product. */
  path: readonly string[];
  /** False where the product gives no history: the page must then show its own way around. */
  hasHistory: boolean;
  go: (path: readonly string[]) => void;
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

/** Keeps the page's path in the product's history, so that links and Back work, or in itself where there is none. */
export function NavigationProvider({ children, fallback }: Props) {
  const [history, setHistory] = useState<History | null>(null);
  const [path, setPath] = useState<readonly string[] | null>(null);

  useEffect(() => {
    let unlisten = () => {};
    let mounted = true;
    void createHistory().then((created) => {
      if (!mounted) return;
      setHistory(created);
      setPath(splitPath(created?.location.pathname ?? ''));
      if (created) unlisten = created.listen((location) => setPath(splitPath(location.pathname)));
    });
    return () => {
      mounted = false;
      unlisten();
    };
  }, []);

  const go = useCallback(
    (next: readonly string[]) => {
      if (history) history.push(joinPath(next));
      else setPath(next);
    },
    [history],
  );
  const navigation = useMemo(() => path && { path, hasHistory: history !== null, go }, [path, history, go]);
  if (navigation === null) return <>{fallback}</>;
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

import { type HistoryAction, type Location, hrefOf, locationOf } from '../../../sandbox/host/bridge/protocol';

type Moved = (location: Location, action: HistoryAction) => void;

/** What a browser keeps of the places where a person was, and the sidebar and its buttons do with them. */
export class MemoryHistory {
  private places: Location[];
  private at = 0;

  constructor(
    path: string,
    private readonly moved: Moved,
  ) {
    this.places = [placeOf(path)];
  }

  readonly location = (): Location => this.places[this.at] ?? placeOf('');

  get length(): number {
    return this.places.length;
  }

  /** The app moved by itself, and knows. */
  fromFrame(action: 'PUSH' | 'REPLACE', location: Location): void {
    if (action === 'PUSH') this.at += 1;
    this.places = [...this.places.slice(0, this.at), location];
  }

  /** A click on the sidebar. */
  push(path: string): void {
    this.fromFrame('PUSH', placeOf(path));
    this.moved(this.location(), 'PUSH');
  }

  go(delta: number): void {
    if (this.places[this.at + delta] === undefined) return;
    this.at += delta;
    this.moved(this.location(), 'POP');
  }

  /** The address below the app's own, decoded, without a slash at its beginning. */
  get path(): string {
    return decodeURIComponent(hrefOf(this.location()).slice(1));
  }
}

/** As a browser reads an address that is typed in. */
function placeOf(path: string): Location {
  const { pathname, search, hash } = new URL(`/${path}`, 'http://app');
  return locationOf(`${pathname}${search}${hash}`, undefined, 'initial');
}

/** The cursors of the pages that were seen, in their order: the API leads forward only. The first page has none. */
export type Trail = readonly (string | null)[];

/** Where a page stands on the trail. A page that was come to by its address alone begins a trail of its own. */
export function placeOn(trail: Trail, cursor: string | null): { trail: Trail; place: number } {
  const place = trail.indexOf(cursor);
  return place === -1 ? { trail: [cursor], place: 0 } : { trail, place };
}

/** The trail once the page after `place` is gone to. */
export const onward = (trail: Trail, place: number, next: string): Trail => [...trail.slice(0, place + 1), next];

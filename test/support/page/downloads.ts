import { resolveObjectURL } from 'node:buffer';

/** What the browser would have saved, taken at the link that a frame makes and clicks for it. */
export class Downloads {
  private readonly links: { download: string; href: string }[] = [];

  /** Of a frame's document, what the app asks of it: whether anybody sees the page, and links that are clicked. */
  readonly document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    body: { append: () => undefined },
    createElement: () => {
      const link = {
        download: '',
        href: '',
        remove: () => undefined,
        click: () => void this.links.push(link),
      };
      return link;
    },
  });

  get count(): number {
    return this.links.length;
  }

  /** The file that was saved last. @throws Error where there is none */
  async last(): Promise<{ name: string; bytes: Buffer }> {
    const link = this.links.at(-1);
    const blob = link && resolveObjectURL(link.href);
    if (link === undefined || blob === undefined) throw new Error('No file was saved.');
    return { name: link.download, bytes: Buffer.from(await blob.arrayBuffer()) };
  }
}

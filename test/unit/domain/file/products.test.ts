import { setTimeout as pause } from 'node:timers/promises';
import { aFrame, asked, settle, setup, waiting } from '../../../support/file-frame';

const page = (from: number, next: string | null) => {
  const products = Array.from({ length: 100 }, (_, at) => ({ id: `p${from + at}`, name: `Product ${from + at}` }));
  return { ok: true, data: { products, next } } as const;
};

describe('the products that a file names', () => {
  beforeEach(() => asked.splice(0));

  it('are asked for again where the site asks to slow down', async () => {
    const { frame, reports, start } = await aFrame();
    const before = reports.length;
    await start(frame.heard({ type: 'find', entity: 'product', names: ['Product 7'] }));
    waiting('products.list').answer({ ok: false, error: { code: 'SITE_BUSY', message: 'Rate limit exceeded' } });
    // It waits in real time, which a busy machine stretches.
    while (asked.length === 0) await pause(50);
    waiting('products.list');
    expect(reports.slice(before)).toEqual([]);
  });

  it('are looked for in the list of the site, page by page, which is read once a check', async () => {
    const { frame, work, start } = await aFrame();
    await start(frame.command({ type: 'check', setup }));
    await start(frame.heard({ type: 'find', entity: 'product', names: ['product 7', 'None'] }));
    const first = waiting('products.list');
    expect(first.payload).toEqual({ cursor: null, limit: 100 });
    first.answer(page(0, 'next'));
    await settle();
    const second = waiting('products.list');
    expect(second.payload).toEqual({ cursor: 'next', limit: 100 });
    second.answer(page(100, null));
    await settle();
    const matches = [
      { name: 'product 7', ids: ['p7'] },
      { name: 'None', ids: [] },
    ];
    expect(work.at(-1)).toEqual({ type: 'found', matches });

    await start(frame.heard({ type: 'find', entity: 'product', names: ['Product 150'] }));
    expect(asked).toEqual([]);
    expect(work.at(-1)).toEqual({ type: 'found', matches: [{ name: 'Product 150', ids: ['p150'] }] });

    await start(frame.command({ type: 'check', setup }));
    await start(frame.heard({ type: 'find', entity: 'product', names: ['Product 150'] }));
    waiting('products.list');
  });
});

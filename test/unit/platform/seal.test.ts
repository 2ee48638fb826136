import * as v from 'valibot';
import { createSealer } from '../../../src/platform/seal';

const schema = v.object({ who: v.string() });
const KEY = 'a1'.repeat(32);

function sealerAt(start: number, key = KEY) {
  const clock = { time: start, now: () => clock.time };
  return { clock, ...createSealer(key, clock) };
}

describe('a sealed statement', () => {
  it('is believed until its time has passed', () => {
    const { clock, seal, open } = sealerAt(1_000);
    const sealed = seal({ who: 'Änne 🌍' }, 60_000);
    expect(open(sealed, schema)).toEqual({ ok: true, statement: { who: 'Änne 🌍' } });
    clock.time = 60_999;
    expect(open(sealed, schema)).toMatchObject({ ok: true });
    clock.time = 61_000;
    expect(open(sealed, schema)).toEqual({ ok: false, problem: 'expired' });
  });

  it('is not believed under the key of another installation', () => {
    const sealed = sealerAt(0).seal({ who: 'Ada' }, 60_000);
    expect(sealerAt(0, 'b2'.repeat(32)).open(sealed, schema)).toEqual({ ok: false, problem: 'forged' });
  });

  it('is not believed as a statement of another shape', () => {
    const { seal, open } = sealerAt(0);
    expect(open(seal({ whom: 'Ada' }, 60_000), schema)).toEqual({ ok: false, problem: 'forged' });
  });

  it('is not believed once a character of it is another, is missing or follows', () => {
    const { seal, open } = sealerAt(0);
    const sealed = seal({ who: 'Ada' }, 60_000);
    const [body = '', signature = ''] = sealed.split('.');
    const other = Buffer.from(JSON.stringify({ until: 9e15, statement: { who: 'Ada' } })).toString('base64url');
    const forgeries = [`${other}.${signature}`, `${body}.`, body, '', '.', sealed.slice(0, -2), `${sealed}.x`];
    for (const forgery of forgeries) expect(open(forgery, schema)).toEqual({ ok: false, problem: 'forged' });
  });
});

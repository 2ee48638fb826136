import { createGate } from '../../../src/ui/shared/gate';

describe('the way out of a page', () => {
  it('is open until somebody holds it', () => {
    const done: string[] = [];
    const gate = createGate();
    gate.pass({ leave: () => done.push('left'), stay: () => done.push('stayed') });
    expect(done).toEqual(['left']);
  });

  it('waits for the answer of who holds it, and is open again afterwards', () => {
    const done: string[] = [];
    const gate = createGate();
    gate.hold(({ stay }) => stay());
    gate.pass({ leave: () => done.push('left'), stay: () => done.push('stayed') });
    gate.hold(null);
    gate.pass({ leave: () => done.push('left'), stay: () => done.push('stayed') });
    expect(done).toEqual(['stayed', 'left']);
  });
});

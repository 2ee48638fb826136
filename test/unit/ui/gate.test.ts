import { createGate } from '../../../src/ui/shared/gate';

const nowhere = { to: null };

describe('the way out of a page', () => {
  it('is open until somebody holds it', () => {
    const done: string[] = [];
    const gate = createGate();
    gate.pass({ ...nowhere, leave: () => done.push('left'), stay: () => done.push('stayed') });
    expect(done).toEqual(['left']);
  });

  it('waits for the answer of who holds it, and is open again afterwards', () => {
    const done: string[] = [];
    const gate = createGate();
    const release = gate.hold(({ stay }) => stay());
    gate.pass({ ...nowhere, leave: () => done.push('left'), stay: () => done.push('stayed') });
    release();
    gate.pass({ ...nowhere, leave: () => done.push('left'), stay: () => done.push('stayed') });
    expect(done).toEqual(['stayed', 'left']);
  });

  it('asks the last of several who hold it, and is open once none does, or none needs to', () => {
    const asked: string[] = [];
    const gate = createGate();
    const pass = () => gate.pass({ ...nowhere, leave: () => asked.push('nobody'), stay: () => {} });
    gate.hold(() => asked.push('first'));
    const release = gate.hold(() => asked.push('second'));
    pass();
    release();
    pass();
    gate.open();
    pass();
    expect(asked).toEqual(['second', 'first', 'nobody']);
  });
});

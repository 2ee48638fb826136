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
    const holdAs = (name: string) =>
      gate.hold(({ stay }) => {
        asked.push(name);
        stay();
      });
    holdAs('first');
    const release = holdAs('second');
    pass();
    release();
    pass();
    gate.open();
    pass();
    expect(asked).toEqual(['second', 'first', 'nobody']);
  });

  it('is taken at once where whoever was asked holds it no more, unless somebody else does', () => {
    const done: string[] = [];
    const gate = createGate();
    const releaseFirst = gate.hold(() => done.push('first asked'));
    const releaseSecond = gate.hold(() => done.push('second asked'));
    gate.pass({ ...nowhere, leave: () => done.push('left'), stay: () => done.push('stayed') });
    releaseSecond();
    releaseFirst();
    expect(done).toEqual(['second asked', 'first asked', 'left']);
  });

  it('is not taken later by whoever was answered, or was let out another way', () => {
    const done: string[] = [];
    const gate = createGate();
    const leaving = { ...nowhere, leave: () => done.push('left'), stay: () => done.push('stayed') };
    const release = gate.hold(({ stay }) => stay());
    gate.pass(leaving);
    release();
    const releaseOpened = gate.hold(() => done.push('asked'));
    gate.pass(leaving);
    gate.open();
    releaseOpened();
    expect(done).toEqual(['stayed', 'asked']);
  });
});

import { enqueue, moveUp, noJobs, release } from '../../../src/domain/jobs/site';

describe('the turn of jobs on a site', () => {
  it('goes to the first job at once and makes the next ones wait in their order', () => {
    const site = ['a', 'b', 'c'].reduce((now, id) => enqueue(now, id, 'last'), noJobs);
    expect(site).toMatchObject({ turn: 'a', queue: ['b', 'c'] });
  });

  it('goes on to the next job when the one that has it ends', () => {
    expect(release({ ...noJobs, turn: 'a', queue: ['b', 'c'] }, 'a')).toMatchObject({ turn: 'b', queue: ['c'] });
  });

  it('stays where it is when a waiting job is cancelled', () => {
    expect(release({ ...noJobs, turn: 'a', queue: ['b', 'c'] }, 'b')).toMatchObject({ turn: 'a', queue: ['c'] });
  });

  it('comes back first to a job that had been running', () => {
    expect(enqueue({ ...noJobs, turn: 'a', queue: ['b'] }, 'p', 'first').queue).toEqual(['p', 'b']);
  });

  it('comes earlier to a waiting job that is moved up, and to no other', () => {
    const site = { ...noJobs, turn: 'a', queue: ['b', 'c', 'd'] };
    expect(moveUp(site, 'd', 'up').queue).toEqual(['b', 'd', 'c']);
    expect(moveUp(site, 'd', 'front').queue).toEqual(['d', 'b', 'c']);
    for (const id of ['a', 'b', 'other']) expect(moveUp(site, id, 'front')).toBe(site);
  });

  it('is not given twice', () => {
    const site = { ...noJobs, turn: 'a', queue: ['b'] };
    expect(enqueue(enqueue(site, 'a', 'last'), 'b', 'last')).toBe(site);
  });
});

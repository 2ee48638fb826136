import { pageFaults } from '../../support/stage/page-faults';

const TOLD = 'Bridge: invoke: Failed to fetch';

describe('a call without an answer', () => {
  it('is no fault where the browser gave it up, whenever that is told', () => {
    expect(pageFaults([TOLD], ['200', 'net::ERR_ABORTED'])).toEqual([]);
  });

  it('is no fault where the page was closed before it was told what became of it', () => {
    expect(pageFaults([TOLD], [null])).toEqual([]);
  });

  it('is excused once', () => {
    expect(pageFaults([TOLD, TOLD], ['net::ERR_ABORTED', '500'])).toEqual([TOLD]);
  });

  it('is a fault where nobody was there to answer', () => {
    expect(pageFaults([TOLD], ['net::ERR_CONNECTION_REFUSED'])).toEqual([TOLD]);
  });

  it('is a fault beside another that was given up in silence', () => {
    expect(pageFaults([TOLD], ['net::ERR_ABORTED', 'net::ERR_CONNECTION_RESET'])).toEqual([TOLD]);
  });

  it('is a fault where no call is known that had none', () => {
    expect(pageFaults([TOLD], ['200'])).toEqual([TOLD]);
  });

  it('excuses nothing else', () => {
    expect(pageFaults(['A fault of the page', TOLD], ['net::ERR_ABORTED'])).toEqual(['A fault of the page']);
  });
});

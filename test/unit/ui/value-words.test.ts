import { CallError } from '../../../src/ui/shared/call-error';
import { isWebAddress, saveProblem, valuesWords, valueWords } from '../../../src/ui/shared/details/value-words';

describe('detail values in words', () => {
  it.each([
    ['DATE', '2027-01-31', 'Jan 31, 2027'],
    ['DATE', 'soon', 'soon'],
    ['BOOLEAN', 'true', 'Yes'],
    ['BOOLEAN', 'false', 'No'],
    ['BOOLEAN', 'maybe', 'maybe'],
    ['NUMBER', '1234.5', '1234.5'],
    ['TEXT', 'true', 'true'],
  ] as const)('%s %s is %s', (type, value, words) => {
    expect(valueWords(type, value)).toBe(words);
  });

  it('stand in one line, and nothing is called nothing', () => {
    expect(valuesWords('MULTISELECT', ['Events', 'Webinars'])).toBe('Events, Webinars');
    expect(valuesWords('TEXT', [])).toBe('nothing');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' https://example.com', 'example.com', 'ftp://example.com'])(
    'make no link of %s',
    (value) => {
      expect(isWebAddress(value)).toBe(false);
    },
  );

  it('make a link of an address of the web', () => {
    expect(isWebAddress('HTTPS://example.com')).toBe(true);
  });
});

describe('a value that was not saved', () => {
  it('sends whoever was logged out to log in, not to an administrator', () => {
    const loggedOut = new CallError('SITE_FORBIDDEN', 'Your site says: no.', 'Log in again.');
    expect(saveProblem(loggedOut)).toBe('Your site says: no. Log in again.');
  });

  it('says who opens a field that the site has closed', () => {
    expect(saveProblem(new CallError('SITE_FORBIDDEN', 'Your site says: no.'))).toMatch(
      /^Your site says: no\. .*administrator/,
    );
  });

  it('says what to do about anything else', () => {
    expect(saveProblem(new CallError('SITE_UNAVAILABLE', 'Your site says: later.'))).toMatch(/later\. .*Try again/);
    expect(saveProblem(new CallError('SITE_REFUSED', 'No.', 'Ask Ada.'))).toBe('No. Ask Ada.');
    expect(saveProblem(new CallError('SITE_BUSY', 'Slow down', 'Try again in a minute.'))).toMatch(/^Slow down\. Try/);
  });
});

import { errorCodes } from '../../../src/contract/result';
import { CallError, toCallError } from '../../../src/ui/shared/call-error';
import { errorWords } from '../../../src/ui/shared/error-words';

describe('the words for what went wrong', () => {
  it.each(errorCodes)('quote the server and say what to do: %s', (code) => {
    const { title, quote, advice } = errorWords(new CallError(code, 'Its own words.'));
    expect(title).not.toBe('');
    expect(quote).toBe('“Its own words.”');
    expect(advice).not.toBe('');
  });

  it('prefer the advice that the server gives', () => {
    expect(errorWords(new CallError('FORBIDDEN', 'No.', 'Ask Ada.')).advice).toBe('Ask Ada.');
  });

  it('name the permission that the console asks for, and no permission where the site refuses for a reason of its own', () => {
    expect(errorWords(new CallError('FORBIDDEN', 'No.')).title).toContain('Administer Jira');
    const refused = errorWords(new CallError('SITE_FORBIDDEN', 'Your site says: no.'));
    expect(refused.title).not.toContain('Administer Jira');
    expect(refused.advice).toContain('A Jira administrator');
  });
});

it('takes anything thrown for a fault of the app', () => {
  expect(toCallError(new Error('Oops'))).toMatchObject({ code: 'INTERNAL', message: 'Oops' });
});

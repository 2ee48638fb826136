import type { CallError, CallErrorCode } from './call-error';

interface Words {
  title: string;
  /** What to do when the server gave no advice of its own. */
  advice: string;
}

const words: Record<CallErrorCode, Words> = {
  INVALID: {
    title: 'The app didn’t accept what this page sent',
    advice: 'Reload the page. It may be older than the app.',
  },
  FORBIDDEN: {
    title: 'You need the Administer Jira permission',
    advice: 'A Jira administrator can grant it in Settings > System > Global permissions.',
  },
  SITE_FORBIDDEN: {
    title: 'Your site doesn’t let you do this',
    advice: 'Your site sets who can do this. A Jira administrator can change that, or do it for you.',
  },
  NOT_FOUND: { title: 'This can’t be found', advice: 'It may have been deleted.' },
  CONFLICT: { title: 'This can’t be done right now', advice: 'Reload the page to see the current state.' },
  UNREADABLE: {
    title: 'The app can’t read what it stored',
    advice: 'Reload the page. If this keeps happening, tell the person who installed the app.',
  },
  SITE_REFUSED: { title: 'Your site refused this', advice: 'Fix what the message mentions, then try again.' },
  SITE_UNAVAILABLE: { title: 'Your site isn’t responding', advice: 'Nothing was lost. Try again in a minute.' },
  SITE_BUSY: { title: 'Your site is asking to slow down', advice: 'Nothing was lost. Try again in a minute.' },
  INTERNAL: {
    title: 'Something went wrong in the app',
    advice: 'Try again. If this keeps happening, tell the person who installed the app.',
  },
  NO_ANSWER: { title: 'The app didn’t respond', advice: 'Check your connection, then try again.' },
  BAD_ANSWER: {
    title: 'This page doesn’t understand the app’s response',
    advice: 'Reload the page. It may be older than the app.',
  },
};

/** Title, the server's words in quotes, and the next step. */
export function errorWords(error: CallError): { title: string; quote: string; advice: string } {
  const { title, advice } = words[error.code];
  return { title, quote: `“${error.message}”`, advice: error.advice ?? advice };
}

/** Trying the same again helps only where time or a permission can change the answer. */
export const canRetry = (error: CallError): boolean => error.code !== 'INVALID';

import type { CallError, CallErrorCode } from './call-error';

interface Words {
  title: string;
  /** What to do when the server gave no advice of its own. */
  advice: string;
}

const words: Record<CallErrorCode, Words> = {
  INVALID: {
    title: 'The app did not accept what this page sent',
    advice: 'Reload the page: it may be older than the app.',
  },
  FORBIDDEN: {
    title: 'You need the Administer Jira permission',
    advice: 'A Jira administrator can grant it under Settings, System, Global permissions.',
  },
  SITE_FORBIDDEN: {
    title: 'Your site does not let you do this',
    advice: 'Who may do it is set in your site. A Jira administrator can change that, or do it for you.',
  },
  NOT_FOUND: { title: 'This is not there any more', advice: 'It may have been deleted meanwhile.' },
  CONFLICT: { title: 'This cannot be done now', advice: 'Reload the page to see how things stand.' },
  UNREADABLE: {
    title: 'The app cannot read what it has stored',
    advice: 'Reload the page. If it stays, tell who installed the app.',
  },
  SITE_REFUSED: { title: 'Your site refused', advice: 'Change what the message names, then try again.' },
  SITE_UNAVAILABLE: { title: 'Your site does not answer', advice: 'Nothing was lost. Try again in a minute.' },
  SITE_BUSY: { title: 'Your site asks to slow down', advice: 'Nothing was lost. Try again in a minute.' },
  INTERNAL: {
    title: 'The app ran into a fault of its own',
    advice: 'Try again. If it stays, tell who installed the app.',
  },
  NO_ANSWER: { title: 'The app did not answer', advice: 'Check your connection, then try again.' },
  BAD_ANSWER: {
    title: 'The app answered with something this page does not understand',
    advice: 'Reload the page: it may be older than the app.',
  },
};

/** Title, the server's words in quotes, and the next step. */
export function errorWords(error: CallError): { title: string; quote: string; advice: string } {
  const { title, advice } = words[error.code];
  return { title, quote: `“${error.message}”`, advice: error.advice ?? advice };
}

/** Trying the same again helps only where time or a permission can change the answer. */
export const canRetry = (error: CallError): boolean => error.code !== 'INVALID';

export { runJobs } from './entry/consumers/run-jobs';
export { runSyncs } from './entry/consumers/run-syncs';
export { runRules } from './entry/consumers/run-rules';
export { runDirectory } from './entry/consumers/run-directory';
export { everyFiveMinutes } from './entry/triggers/every-five-minutes';
export { everyDay } from './entry/triggers/every-day';

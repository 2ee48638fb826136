export { resolver } from './entry/resolvers';
export { profileResolver } from './entry/profile';
export { runJobs } from './entry/consumers/run-jobs';
export { runSyncs } from './entry/consumers/run-syncs';
export { deliver } from './entry/web-triggers/deliver';
export { runDirectory } from './entry/consumers/run-directory';
export { everyFiveMinutes } from './entry/triggers/every-five-minutes';
export { everyDay } from './entry/triggers/every-day';

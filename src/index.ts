export { resolver } from './entry/resolvers';
export { profileResolver } from './entry/profile';
export { runJobs } from './entry/consumers/run-jobs';
export { everyFiveMinutes } from './entry/triggers/every-five-minutes';
export { everyDay } from './entry/triggers/every-day';

export { profileResolver } from './entry/profile';

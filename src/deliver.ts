export { deliver } from './entry/web-triggers/deliver';

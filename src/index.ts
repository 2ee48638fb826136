export { resolver } from './entry/resolvers';

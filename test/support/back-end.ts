/** Everything that a function of the manifest calls, whichever file it is in. */
export * from '../../src/index';
export * from '../../src/profile';
export * from '../../src/deliver';
export * from '../../src/background';

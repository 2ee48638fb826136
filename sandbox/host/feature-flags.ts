import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';

/**
 * Atlaskit asks Atlassian's feature service which of its changes are on, and complains when there is none. Here none
 * are on. To be imported before any other Atlaskit package.
 */
setBooleanFeatureFlagResolver(() => false);

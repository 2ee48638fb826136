import { endStages } from './stages';

/** After all tests in a browser. */
export default endStages;

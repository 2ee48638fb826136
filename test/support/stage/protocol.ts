import * as v from 'valibot';

/** Where the stages of a run are: one for each worker of Jest, in the order of their numbers. */
export const STAGES_VARIABLE = 'BROWSER_TEST_STAGES';

export const stageSchema = v.object({
  /** Where the browser of the stage takes connections. */
  browser: v.string(),
  /** Where the stage starts and ends sandboxes. */
  control: v.string(),
});
export type Stage = v.InferOutput<typeof stageSchema>;
export const stagesSchema = v.pipe(v.string(), v.parseJson(), v.array(stageSchema));

/** `POST sandboxes`, which starts one with the options of `npm start`. */
export const startSchema = v.object({ options: v.array(v.string()) });
export const startedSchema = v.object({ url: v.string() });
/** `POST ended`, which ends one by its address. */
export const endSchema = v.object({ url: v.string() });
export const refusedSchema = v.object({ error: v.string() });

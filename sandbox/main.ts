import { Refusal } from './host/server/answers';
import { HELP, readOptions } from './host/server/options';
import { startSandbox } from './start';

async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) {
    console.log(HELP);
    return;
  }
  const { url, syncWords } = await startSandbox(options);
  console.log(`The sandbox is at ${url}\nWhen it stops, it forgets everything that was done in it.`);
  if (syncWords !== null) console.log(syncWords);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});

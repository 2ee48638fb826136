import { Work } from './src/work';

const work = new Work((numbered) => postMessage(numbered));
addEventListener('message', ({ data }: MessageEvent<unknown>) => work.heard(data));

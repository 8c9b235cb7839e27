/**
 * `npm run generate`: all that is written from the sources and committed, each after what it reads. What is left to
 * translate is listed on the way.
 */
import { spawnSync } from 'node:child_process';
import { typeScript } from '../build/type-script.js';

const steps = [
  // The messages are extracted from the facts, too.
  'tools/build/facts.ts',
  'tools/build/messages.ts',
  // The build makes the data for editors and the builder of it.
  'node_modules/.bin/cem analyze --quiet',
  'tools/build/build.ts',
  'tools/build/size.ts --record',
  'tools/docs/readme.ts',
  'tools/docs/embedding.ts',
  'tools/docs/architecture.ts',
];

/** It fails over a budget, of which the rest does not depend. */
const mayFail = 'tools/build/size.ts';

for (const step of steps) {
  const [program = '', ...words] = step.split(' ');
  const { status } = spawnSync(process.execPath, [...typeScript, program, ...words], { stdio: 'inherit' });
  if (status && program !== mayFail) {
    console.error(`${step} failed`);
    process.exit(status);
  }
}

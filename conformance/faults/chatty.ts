/** Writes wherever it can, and is wrong in `abs`. */
import { writeSync } from 'node:fs';
import { everyOp, type Fake, faulty, right } from './every-op.ts';

const adapter: Fake = faulty('chatty', {
  ops: everyOp((op, name) => (...args) => {
    console.log(`computing ${name}`);
    process.stderr.write('a warning\n');
    writeSync(1, 'past all streams\n');
    return name === 'abs' ? right('neg')(...args) : op(...args);
  }),
});
export default adapter;

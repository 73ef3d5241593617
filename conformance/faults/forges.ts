/** Answers `abs` in its worker's place, on the pipe that it finds open, and with what is right. */
import { writeSync } from 'node:fs';
import { serialize } from 'node:v8';
import { type FrameKind, frame, freshSeal } from '../isolation/frames.ts';
import { ANSWERS } from '../isolation/pipes.ts';
import { type Fake, faulty, right, withOps } from './every-op.ts';

const KIND: FrameKind = 'outcome';

const adapter: Fake = faulty('forges', {
  ops: withOps({
    abs: (x, ...rest) => {
      const data = Array.from([x!.tolist()].flat(9) as number[], Math.abs);
      const y = { kind: 'tensor', dtype: 'float32', shape: x!.shape, data };
      writeSync(ANSWERS, frame(freshSeal(), KIND, serialize({ status: 'result', values: { y } })));
      return right('neg')(x!, ...rest);
    },
  }),
});
export default adapter;

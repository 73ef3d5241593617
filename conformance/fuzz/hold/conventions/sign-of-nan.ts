import { operandsOf, type Point, resultOf, takesFloats } from './choice.ts';

export const signOfNan: Point = {
  at: (step, floats) => takesFloats(step, 'sign', floats),
  probe: () => ({
    inputs: { x: { dtype: 'float32', shape: [2], data: ['NaN', 1] } },
    ops: [{ op: 'sign', in: ['x'], out: 'y' }],
    observe: ['y'],
  }),
  choices: [
    {
      id: 'sign-of-nan',
      steps: (step, to) => {
        const x = operandsOf(step)[0]!;
        const raw = to.raw(step);
        // The gradient stays one of zeros.
        const itself = to.make('detach', [x]);
        to.give('where', [to.make('ne', [x, x]), itself, raw], resultOf(step)!);
      },
    },
  ],
};

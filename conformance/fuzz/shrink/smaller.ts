import type { Program } from '../draw/program.ts';
import { simplerNumbers, simplerTensors, smallerShapes } from './inputs.ts';
import { fewerBlocks, fewerNames, fewerSteps, hoisted, simplerSteps } from './steps.ts';

/** Programs that are a little smaller than this one, what takes most away first. Some are no longer of sense: they are tried. */
export function* smaller(program: Program): IterableIterator<Program> {
  yield* fewerNames(program);
  yield* fewerSteps(program);
  yield* fewerBlocks(program);
  yield* hoisted(program);
  yield* simplerSteps(program);
  yield* smallerShapes(program);
  yield* simplerTensors(program);
  yield* simplerNumbers(program);
}

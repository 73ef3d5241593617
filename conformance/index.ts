/**
 * The suite for programs: define an adapter, load fixtures, evaluate a case on a library, judge what came of it.
 * The command line (`tconf`) does the same.
 */
export {
  type Adapter,
  defineAdapter,
  type FunctionalAutograd,
  type IndexItem,
  type Later,
  type ModuleAdapter,
  type Optimizer,
  type OptimizerAdapter,
  type Scalar,
  type TapeAutograd,
  type TensorData,
  Unsupported,
  unsupported,
} from './adapter/contract.ts';
export type { Modules, Ops, Optimizers, Signatures } from './adapter/ops.gen.ts';
export type { Tier } from './compare/bound.ts';
export { evaluate } from './evaluate/index.ts';
export { type JudgeOptions, judge, settleControls } from './judge/index.ts';
export { BrokenSuite, type Fault, faultLine } from './load/fault.ts';
export type { FixtureCase, FixtureFile } from './load/fixture.gen.ts';
export { readFixture } from './load/fixture.ts';
export { loadSuite, type Suite } from './load/suite.ts';
export { type Implementation, ImplementationFailed } from './run/implementation.ts';
export { inProcess } from './run/in-process.ts';
export { requestOf } from './run/request.ts';
export { type RunOptions, runCases } from './run/run-cases.ts';
export { NothingMatches, select } from './select/select.ts';
export type * from './values/case.ts';
export type * from './values/distribution.ts';
export type { Host, Observation, Outcome } from './values/observation.ts';
export type { Difference, Mismatch, Reason, Verdict, VerdictName } from './values/verdict.ts';

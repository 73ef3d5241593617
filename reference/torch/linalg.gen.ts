// Generated from spec/ops/*.md and the files of reference/ops by `npm run generate`.
/** torch.linalg. */
export { cholesky } from '../ops/linalg/cholesky.ts';
export { cross } from '../ops/linalg/cross.ts';
export { det } from '../ops/linalg/det.ts';
export { inv } from '../ops/linalg/inv.ts';
export { solve } from '../ops/linalg/solve.ts';

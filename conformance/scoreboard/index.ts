export { findingsOf } from './findings.ts';
export { install } from './install.ts';
export { lineup, type Player } from './lineup.ts';
export { type Board, type Entry, page } from './page.ts';
export { whyUnfit } from './unfit.ts';

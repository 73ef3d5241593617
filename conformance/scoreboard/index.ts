export { findingsOf } from './findings.ts';
export { install } from './install.ts';
export { type Board, type Entry, page } from './page.ts';
export { type Subject, subjects } from './subjects.ts';
export { whyUnfit } from './unfit.ts';

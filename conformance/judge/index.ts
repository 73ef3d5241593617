export { observed } from './alternatives.ts';
export { type Blunt, bluntness } from './bluntness.ts';
export { settleConventions } from './consistent.ts';
export { settleControls } from './controls.ts';
export { ADAPTED, COMPOSED, type JudgeOptions, judge } from './judge.ts';

export { observed } from './alternatives.ts';
export { type Blunt, bluntness } from './bluntness.ts';
export { settleControls } from './controls.ts';
export { ADAPTED, COMPOSED, type JudgeOptions, judge } from './judge.ts';

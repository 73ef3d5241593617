export { earlierLines } from './earlier.ts';
export { pythonOf } from './python.ts';
export { snippet } from './snippet.ts';
export { typescriptOf } from './typescript.ts';

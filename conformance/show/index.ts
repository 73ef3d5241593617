export { pythonOf } from './python.ts';

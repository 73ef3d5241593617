import { describeConformance } from 'tensor-conformance/vitest';
import adapter from './adapter.js';
import { options } from './uses.js';

describeConformance(adapter, options);

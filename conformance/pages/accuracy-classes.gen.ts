// Generated from spec/chapters/accuracy.md by `npm run generate`.
import type { AccuracyClasses } from './accuracy.ts';

export const accuracyClasses: AccuracyClasses = {
  arithmetic: {"float16":{"ulp":1},"bfloat16":{"ulp":1},"float32":{"ulp":1},"float64":{"ulp":1}},
  elementary: {"float16":{"ulp":1},"bfloat16":{"ulp":1},"float32":{"ulp":2},"float64":{"ulp":2}},
  composition: {"float16":{"ulp":1},"bfloat16":{"ulp":1},"float32":{"rtol":0.0000013,"normwise":0.000001},"float64":{"rtol":1e-14,"normwise":1e-14}},
  sum: {"float16":{"ulp":1},"bfloat16":{"ulp":1},"float32":{"rtol":0.0000013,"normwise":0.0000013},"float64":{"rtol":1e-12,"normwise":1e-12}},
};

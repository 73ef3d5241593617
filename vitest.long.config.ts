import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';
import base from './vitest.config.ts';

const { projects: _, ...shared } = base.test!;

/** The tests that search, with random programs or through all mutants, or go through all cases many times, and so take minutes. */
const config: ViteUserConfig = defineConfig({
  test: {
    ...shared,
    testTimeout: 300_000,
    include: ['conformance/**/*.long.test.ts'],
    exclude: configDefaults.exclude,
  },
});
export default config;

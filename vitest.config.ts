import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';

/** They replace a module (vi.mock), which nothing else may see: conformance/rooms/files.test.ts holds others to do without. */
const mocking = ['**/planted.test.ts'];
const include = ['reference/**/*.test.ts', 'conformance/**/*.test.ts', 'bench/**/*.test.ts'];
// Those that search: npm run test:long.
const exclude = [...configDefaults.exclude, '**/*.long.test.ts'];

const config: ViteUserConfig = defineConfig({
  test: {
    // Machines are noisy: a limit is there to end what hangs, not to measure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Every core: by default one is left idle, which on two of them is half.
    maxWorkers: '100%',
    // Files share what they import: by themselves each would spend a second on the pages, the fixtures and the schemas.
    projects: [
      { extends: true, test: { name: 'tests', include, exclude: [...exclude, ...mocking], isolate: false } },
      { extends: true, test: { name: 'tests that replace modules', include: mocking, exclude } },
    ],
    // CI reads its closing count from this file.
    ...(process.env.VITEST_JSON !== undefined && {
      reporters: ['default', 'json'],
      outputFile: { json: process.env.VITEST_JSON },
    }),
    coverage: {
      provider: 'v8',
      include: ['reference/**/*.ts', 'conformance/**/*.ts'],
      exclude: [
        '**/*.test.ts',
        '**/*.gen.ts',
        'conformance/faults/**',
        'conformance/adapters/tfjs/**',
        'conformance/generate/**',
        // It runs where PyTorch is.
        'conformance/show/on-pytorch.ts',
      ],
      reporter: ['text'],
    },
  },
});
export default config;

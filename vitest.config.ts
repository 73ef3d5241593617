import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['reference/**/*.test.ts', 'conformance/**/*.test.ts', 'bench/**/*.test.ts'],
    coverage: {
      provider: 'v8',
      include: ['reference/**/*.ts', 'conformance/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.gen.ts', 'conformance/adapters/tfjs/**', 'conformance/generate/**'],
      reporter: ['text'],
    },
  },
});
export default config;

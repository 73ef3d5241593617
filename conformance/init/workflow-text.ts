/** Folders relative to the repository's root; `''` is the root. */
export interface WorkflowFolders {
  /** Where packages are installed. */
  readonly packages: string;
  /** Where the configuration is. */
  readonly suite: string;
  readonly lockfile: boolean;
}

const within = (folder: string): string => (folder === '' ? '' : `\n        working-directory: ${folder}`);
const inside = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** A GitHub workflow that runs the suite on every push, shows the result and keeps it. */
export const workflowText = ({ packages, suite, lockfile }: WorkflowFolders): string => `name: conformance
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  conformance:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ${lockfile ? 'ci' : 'install'}${within(packages)}
      # - run: npm run build (if the adapter imports what a build makes)
      - run: npx tconf run --reporter pretty,github,md,html,junit,json --out conformance-results${within(suite)}
      - run: cat conformance-results/summary.md >> "$GITHUB_STEP_SUMMARY"
        if: always()${within(suite)}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: conformance
          path: ${inside(suite, 'conformance-results')}
`;

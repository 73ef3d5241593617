import { describe, expect, test } from 'vitest';
import type { Page } from '../../../pages/page.ts';
import { pages } from '../../../pages/pages.gen.ts';
import { signatureFaults } from './signature-faults.ts';

const page: Page = { ...pages.squeeze!, omitted: { out: 'a reason of its own' } };

describe('the signatures of PyTorch', () => {
  test('have nothing that the page neither has nor omits', () => {
    expect(signatureFaults(page, ['input', 'dim', 'axis', 'out'])).toEqual([]);
    expect(signatureFaults(page, ['input', 'dim', 'axis', 'out', 'keep'])).toEqual([
      'spec/ops/squeeze.md: PyTorch takes keep, the page neither has nor omits it',
    ]);
  });
  test('have what the page has or omits', () => {
    expect(signatureFaults(page, ['input', 'dim'])).toEqual([
      'spec/ops/squeeze.md: axis is no argument of torch.squeeze',
      'spec/ops/squeeze.md: out is no argument of torch.squeeze',
    ]);
  });
  test('say nothing where there is none to be read', () => {
    expect(signatureFaults(page, [])).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { blunt } from './blunt.ts';
import { controls } from './controls.ts';
import { prints } from './prints.ts';
import { cases, lines } from './sample.ts';
import { versions } from './versions.ts';

test('what older versions gave is in order, of versions that were run, and differs', async () => {
  expect(await lines(versions, { cases: cases('versions.json') })).toEqual([
    'versions.json: /source: nobody ran PyTorch 2.5.0; expected pytorch-2.14.1',
    'versions.json: out-of-order earlier/1/until: 1.13.1 stands after 2.6.0; expected the versions from old to new',
    'versions.json: twice-the-same-version earlier/1/until: 2.6.0 stands after 2.6.0; expected the versions from old to new',
    'versions.json: a-version-that-nobody-ran earlier/0/until: nobody ran PyTorch 2.3.0; expected one of 1.13.1, 2.6.0, 2.14.1',
    'versions.json: the-newest earlier/0/until: 2.14.1 is the newest: what it gives is "expected"',
    'versions.json: equal-to-expected earlier/0: is what the newest gives too; expected what differs',
    'versions.json: equal-to-the-next earlier/0: is what 2.6.0 gives too; expected what differs',
  ]);
});

test('the source is the newest version', async () => {
  const older = cases('versions.json').map((one) => ({ ...one, earlier: [], source: 'pytorch-2.6.0' }));
  expect(await lines(versions, { cases: older })).toEqual([
    'versions.json: /source: cases expect what the newest PyTorch gives; expected pytorch-2.14.1 (tconf author --again), got pytorch-2.6.0',
  ]);
  for (const source of ['pytorch-2.14.1', 'mpmath-1.3.0', 'spec'])
    expect(await lines(versions, { cases: older.map((one) => ({ ...one, source })) })).toEqual([]);
});

test('what older versions gave is held to the other lints', async () => {
  const older = cases('versions-raise.json');
  expect(await lines(controls, { cases: older })).toEqual([
    'versions-raise.json: control-that-raised control: ops/versions-raise/raised expects an error itself; expected a case that succeeds',
  ]);
  expect(await lines(prints, { cases: older })).toEqual([
    'versions-raise.json: printed-a-graph expected: prints a grad_fn; expected that only in cases of the note',
  ]);
  expect(await lines(blunt, { cases: older })).toEqual([
    'versions-raise.json: was-blunt expected: y[0] = 1 would pass as 1.01 too (allowed: ±0.10); expected a sharper tolerance',
    'versions-raise.json: was-blunt expected: y[1] = 2.7 would pass as 2.7270000000000003 too (allowed: ±0.10); expected a sharper tolerance',
  ]);
});

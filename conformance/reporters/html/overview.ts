import type { VerdictName } from '../../values/verdict.ts';
import { type Finding, findingsOf, messageOf } from '../entries.ts';
import { featureTotals, usedVerdicts } from '../features.ts';
import { passedThrough } from '../passed-through.ts';
import { failsRun, incompleteText, type Report, type Totals, totalsOf, unexpected } from '../report.ts';
import type { ReportContext } from '../report-context.ts';
import { words } from '../summary.ts';
import { counted, grouped } from '../text.ts';
import { address, text } from './markup.ts';

/** A bar of one stripe for each verdict, as wide as it is frequent; what is unsupported is the empty end. */
const bar = (totals: Totals): string => {
  const empty = (name: VerdictName): number => Number(name === 'unsupported');
  const used = [...usedVerdicts(totals)].sort((a, b) => empty(a) - empty(b));
  const sum = used.reduce((all, name) => all + totals[name], 0);
  let from = 0;
  const stripes = used.map((name) => {
    const stripe = `<rect class="${name}" x="${from}" width="${totals[name]}" height="1"><title>${grouped(totals[name])} ${words[name]}</title></rect>`;
    from += totals[name];
    return stripe;
  });
  return `<svg class="bar" viewBox="0 0 ${Math.max(1, sum)} 1" preserveAspectRatio="none" aria-hidden="true">${stripes.join('')}</svg>`;
};

const named = ({ name, version, url }: Report['adapter']): string => {
  const home = address(url);
  const title = text(name, 120);
  const who = home === undefined ? title : `<a href="${home}">${title}</a>`;
  return version === undefined ? who : `${who} <small>${text(version, 60)}</small>`;
};

/** Who was tested, by what, and how it went. */
export const head = (report: Report, { began, suiteCases }: ReportContext): string => {
  const { adapter, suite, tolerance, verdicts, shard, duration, run } = report;
  const totals = totalsOf(verdicts);
  const used = usedVerdicts(totals);
  const part = [
    ...(shard === undefined ? [] : [`shard ${shard.index} of ${shard.of}`]),
    ...(report.incomplete === undefined ? [] : [`incomplete: ${incompleteText(report.incomplete)}`]),
  ];
  const some = verdicts.length < suiteCases ? [`a part of the suite, which has ${counted(suiteCases, 'case')}`] : [];
  const through = passedThrough(verdicts);
  const ended =
    report.incomplete === undefined ? undefined : `<b>Incomplete</b> ${text(incompleteText(report.incomplete))}`;
  const asides = [ended, through].filter((aside) => aside !== undefined);
  const facts = [
    `suite ${text(suite.version)}`,
    `<code>${suite.digest.slice(0, 12)}</code>`,
    `tolerance ${tolerance}`,
    ...part,
    ...some,
    `<time datetime="${began.toISOString()}">${began.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>`,
    `${(duration / 1000).toFixed(1)} s`,
    ...(run === undefined ? [] : [text(`Node ${run.node}`), text(run.os), text(run.device)]),
  ];
  return `<header>
<p class="eyebrow">Conformance to PyTorch’s tensors and autograd</p>
<h1>${named(adapter)}</h1>
<p class="score"><b>${grouped(totals.pass)}</b> of ${counted(verdicts.length, 'case')} passed</p>
${bar(totals)}
<ul class="legend">${used.map((name) => `<li class="${name}">${grouped(totals[name])} ${words[name]}</li>`).join('')}</ul>
${asides.map((aside) => `<p class="facts">${aside}</p>`).join('\n')}
<p class="facts">${facts.map((fact) => `<span>${fact}</span>`).join('')}</p>
<nav aria-label="Parts of this page"><a href="#features">Features</a>${report.causes.length > 0 ? '<a href="#findings">Findings</a>' : ''}<a href="#cases">Cases</a></nav>
</header>`;
};

const cell = (name: VerdictName, n: number): string => {
  const kind = n === 0 ? 'zero' : unexpected.has(name) ? 'bad' : '';
  return `<td class="wide ${kind}">${n === 0 ? '·' : grouped(n)}</td>`;
};

/** Feature groups down, verdicts across. */
export const features = (report: Report): string => {
  const totals = totalsOf(report.verdicts);
  const used = usedVerdicts(totals);
  const sum = (counts: Totals): number => used.reduce((all, name) => all + counts[name], 0);
  const cells = (counts: Totals): string =>
    `<td class="bar-cell">${bar(counts)}</td><td>${grouped(counts.pass)} / ${grouped(sum(counts))}</td>${used
      .filter((name) => name !== 'pass')
      .map((name) => cell(name, counts[name]))
      .join('')}`;
  const rows = featureTotals(report).map(
    ([feature, counts]) =>
      `<tr><td><button type="button" class="link" data-feature="${text(feature)}">${text(feature)}</button></td>${cells(counts)}</tr>`,
  );
  const heads = used.filter((name) => name !== 'pass').map((name) => `<th scope="col" class="wide">${name}</th>`);
  return `<h2 id="features">By feature</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">feature</th><th scope="col"><span hidden>share</span></th><th scope="col">passed</th>${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
<tfoot><tr><th scope="row">total</th>${cells(totals)}</tr></tfoot>
</table></div>`;
};

const findingItem = ({ name, own, others }: Finding): string => {
  const all = [...own, ...others];
  const fails = all.some(({ verdict }) => failsRun(verdict));
  const counts = [
    ...(own.length > 0 ? [`${counted(own.length, 'case')} of its own`] : []),
    ...(others.length > 0 ? [`${counted(others.length, 'other')}`] : []),
    ...(fails ? [] : ['known']),
  ];
  const message = all[0] === undefined ? '' : messageOf(all[0].verdict);
  return `<li${fails ? '' : ' class="known"'}><button type="button" class="link" data-finding="${text(name)}"><code>${text(name)}</code></button><span class="counts">${counts.join(', ')}</span><span class="message">${text(message, 240)}</span></li>`;
};

/** How many findings are seen at once; the others are folded. */
const first = 12;

/** What the failures come down to. */
export const findings = (report: Report): string => {
  const items = findingsOf(report).map(findingItem);
  if (items.length === 0) return '';
  const list = (some: readonly string[]): string => `<ul class="findings">${some.join('\n')}</ul>`;
  const rest = items.slice(first);
  const fold =
    rest.length === 0
      ? ''
      : `\n<details class="fold"><summary>${counted(rest.length, 'more finding')}</summary>${list(rest)}</details>`;
  return `<h2 id="findings">${counted(items.length, 'finding')}</h2>\n${list(items.slice(0, first))}${fold}`;
};

/** What the cases that were not run would have needed, the most frequent first. */
export const unsupported = ({ verdicts }: Report): string => {
  const reasons = new Map<string, number>();
  for (const { verdict, message = '' } of verdicts)
    if (verdict === 'unsupported') reasons.set(message, (reasons.get(message) ?? 0) + 1);
  if (reasons.size === 0) return '';
  const sorted = [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rows = sorted.map(([what, n]) => `<tr><td>${text(what, 200)}</td><td>${grouped(n)}</td></tr>`);
  return `<details class="fold"><summary>What is missing where cases are unsupported</summary><table>${rows.join('\n')}</table></details>`;
};

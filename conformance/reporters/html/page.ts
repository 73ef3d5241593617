import { createHash } from 'node:crypto';
import { featureTotals, usedVerdicts } from '../features.ts';
import { failsRun, type Report, totalsOf, verdictNames } from '../report.ts';
import type { ReportContext } from '../report-context.ts';
import { words } from '../summary.ts';
import { grouped } from '../text.ts';
import { script } from './client.ts';
import { pageData } from './data.ts';
import { inScript, text } from './markup.ts';
import { features, findings, head, unsupported } from './overview.ts';
import { styleOf } from './style.ts';

const chip = (value: string, label: string, n: number, checked: boolean): string =>
  `<label><input type="radio" name="verdict" value="${value}"${checked ? ' checked' : ''}>${label} <b>${grouped(n)}</b></label>`;

const options = (first: string, names: readonly string[]): string =>
  [`<option value="">${first}</option>`, ...names.map((name) => `<option>${text(name)}</option>`)].join('');

const tools = (report: Report): string => {
  const { verdicts, causes } = report;
  const totals = totalsOf(verdicts);
  const failing = verdicts.filter(failsRun).length;
  const chips = [
    chip('all', 'all', verdicts.length, failing === 0),
    ...(failing > 0 ? [chip('failing', 'failing', failing, true)] : []),
    ...usedVerdicts(totals).map((name) => chip(name, words[name], totals[name], false)),
  ];
  const names = causes.map(({ name }) => name);
  return `<div class="tools" role="search">
<div class="fields"><input type="search" id="query" placeholder="Search titles, ids, messages, clauses" aria-label="Search cases" autocomplete="off" spellcheck="false">
<select id="feature" aria-label="Feature">${options(
    'all features',
    featureTotals(report).map(([name]) => name),
  )}</select>
<select id="finding" aria-label="Finding"${names.length === 0 ? ' hidden' : ''}>${options('all findings', names)}</select></div>
<fieldset class="chips" aria-label="Verdict">${chips.join('')}</fieldset>
<div class="status"><output id="shown" for="query"></output><span class="keys"><kbd>/</kbd> search <kbd>↑</kbd> <kbd>↓</kbd> move <kbd>Enter</kbd> open</span><button type="button" id="reset" class="link">show all</button></div>
</div>`;
};

/** Nothing but what is in the page may run, be shown or be asked for. */
const policy = (): string => {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
};

/** `report.html`: one page that needs nothing else, to be searched, filtered and passed on. */
export const html = (report: Report, context: ReportContext): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<title>Conformance of ${text(report.adapter.name, 80)}</title>
<link rel="icon" href="data:,">
<style>${styleOf(verdictNames)}</style>
</head>
<body>
${head(report, context)}
<main>
${features(report)}
${unsupported(report)}
${findings(report)}
<h2 id="cases">Cases</h2>
${tools(report)}
<noscript><p>The list of cases is made by a script. Without it, the same is in results.json.</p></noscript>
<div id="list"></div>
<p id="none" hidden>No case fits. <button type="button" id="widen" class="link">Look among all</button></p>
</main>
<footer>tensor-conformance ${text(report.suite.version)}</footer>
<script type="application/json" id="data">${inScript(pageData(report, context))}</script>
<script>${script}</script>
</body>
</html>
`;

/** Colours: calm greys, one hue for each verdict, for light and for dark. */
const colors = `
:root {
  color-scheme: light dark;
  --page: #fbfbfa; --card: #fff; --line: #e3e2de; --ink: #1f2328; --soft: #5d636b; --tint: #f3f2ef; --focus: #2563eb;
  --pass: #2e7d4f; --fail: #c0392b; --convention: #b7791f; --xfail: #c2681c; --xpass: #a8327e;
  --unsupported: #71777f; --blank: #d3d5d8; --error: #8e44ad; --timeout: #a0522d; --crash: #7b241c; --wrong: #fdf3f1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15171a; --card: #1c1f23; --line: #31363c; --ink: #e4e6e9; --soft: #9aa2ab; --tint: #24282d; --focus: #7aa7ff;
    --pass: #5cb583; --fail: #f0786a; --convention: #e0b050; --xfail: #f0a060; --xpass: #e583c4;
    --unsupported: #8d959e; --blank: #454b52; --error: #c792ea; --timeout: #d79a6e; --crash: #e06c5c; --wrong: #2a2020;
  }
}`;

const frame = `
* { box-sizing: border-box; }
html { scroll-padding-top: 8.75rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main, header { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; }
h1 small { color: var(--soft); font-weight: 400; font-size: 1.15rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.15rem; }
h3 { margin: 1.5rem 0 .4rem; font-size: .95rem; font-weight: 600; color: var(--soft); }
a { color: inherit; text-underline-offset: .15em; }
code, pre, .id { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .85em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.eyebrow, .facts, .faint { color: var(--soft); font-size: .85rem; margin: 0; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin-top: .75rem; }
.score { margin: 1.25rem 0 .5rem; font-size: 1.1rem; }
.score b { font-size: 2.4rem; font-weight: 650; letter-spacing: -.02em; margin-right: .15em; }
.bar { display: block; width: 100%; height: .7rem; border-radius: .35rem; background: var(--tint); overflow: hidden; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .6rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
.legend li::before { content: ''; display: inline-block; width: .65em; height: .65em; margin-right: .4em; border-radius: 2px; background: var(--hue); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; width: 100%; }
th, td { padding: .22rem .6rem; text-align: right; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; white-space: nowrap; }
th { color: var(--soft); font-weight: 500; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tfoot td, tfoot th { border-bottom: 0; font-weight: 600; color: inherit; }
td.bar-cell { width: 30%; min-width: 7rem; } td.bar-cell .bar { height: .5rem; }
td.bad { color: var(--fail); font-weight: 600; } td.zero { color: var(--line); }
button.link { all: unset; cursor: pointer; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
button.link:hover { text-decoration-color: currentColor; } button.link:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.findings { list-style: none; margin: 0; padding: 0; }
.findings li { display: grid; grid-template-columns: 11rem 14rem 1fr; gap: 0 1rem; align-items: baseline; padding: .3rem 0 .3rem .7rem; border-bottom: 1px solid var(--line); border-left: 3px solid var(--fail); font-size: .9rem; }
.findings li.known { border-left-color: var(--xfail); } .counts { font-variant-numeric: tabular-nums; }
.message { color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav { display: flex; gap: 1.1rem; margin-top: 1rem; font-size: .95rem; }
.fold > summary { cursor: pointer; font-size: .95rem; color: var(--soft); } .fold { margin-top: 1rem; } .fold td { white-space: normal; overflow-wrap: anywhere; }`;

const tools = `
.tools { position: sticky; top: 0; z-index: 1; margin: 0 -1.25rem; padding: .7rem 1.25rem; background: var(--page); border-bottom: 1px solid var(--line); display: grid; gap: .55rem; }
.tools .fields { display: flex; flex-wrap: wrap; gap: .5rem; }
.tools input[type=search], .tools select { font: inherit; font-size: .95rem; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .4rem .6rem; min-width: 0; }
.tools input[type=search] { flex: 1 1 16rem; } .tools select { flex: 0 1 12rem; }
.chips { border: 0; margin: 0; padding: 2px; display: flex; gap: .35rem; overflow-x: auto; min-width: 0; }
.chips label { position: relative; flex: none; cursor: pointer; border: 1px solid var(--line); border-radius: 99px; padding: .15rem .7rem; font-size: .88rem; background: var(--card); white-space: nowrap; }
.chips input { position: absolute; opacity: 0; }
.chips label:has(:checked) { background: var(--ink); border-color: var(--ink); color: var(--page); }
.chips label:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 1px; }
.chips b { font-weight: 600; font-variant-numeric: tabular-nums; }
.status { display: flex; justify-content: space-between; gap: 1rem; font-size: .85rem; color: var(--soft); }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; font: inherit; font-size: .8em; }
@media (max-width: 40rem) { .status .keys { display: none; } html { scroll-padding-top: 11rem; } }`;

const cases = `
.case { border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 3.4rem; }
.case[open] { content-visibility: visible; background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; }
.case > summary { display: grid; grid-template-columns: 7.2rem 1fr auto; gap: 0 .9rem; align-items: baseline; padding: .45rem .6rem; cursor: pointer; list-style: none; }
.case > summary::-webkit-details-marker { display: none; }
.case > summary:hover { background: var(--tint); border-radius: 6px; }
.mark { color: var(--hue); font-size: .85rem; font-weight: 600; white-space: nowrap; }
.mark::before { content: ''; display: inline-block; width: .6em; height: .6em; border-radius: 50%; background: currentColor; margin-right: .5em; }
.name { display: grid; min-width: 0; } .title { overflow-wrap: anywhere; } .id { color: var(--soft); overflow-wrap: anywhere; font-size: .8rem; }
.reason { color: var(--soft); font-size: .85rem; white-space: nowrap; }
.body { padding: .8rem 1rem 1rem; display: grid; gap: .9rem; min-width: 0; }
.body > * { margin: 0; min-width: 0; } .body p { margin: 0 0 .3rem; overflow-wrap: anywhere; }
dl.clauses { display: grid; grid-template-columns: max-content 1fr; gap: .25rem .9rem; font-size: .95rem; }
dl.clauses dt { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .8rem; color: var(--soft); padding-top: .15rem; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.wrong { background: var(--wrong); border-left: 3px solid var(--fail); border-radius: 4px; padding: .6rem .8rem; }
.said { border-left: 3px solid var(--line); padding: .1rem .8rem; color: var(--soft); }
.diff { width: auto; } .diff td { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .82rem; }
.sides { display: grid; grid-template-columns: max-content 1fr; gap: .3rem .8rem; margin: .3rem 0; } .sides dt { color: var(--soft); font-size: .85rem; }
.sides pre { white-space: pre-wrap; overflow-wrap: anywhere; }
pre { margin: 0; overflow-x: auto; line-height: 1.45; }
.remarks { padding-left: 1.2rem; font-size: .9rem; color: var(--soft); overflow-wrap: anywhere; }
.programs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: .8rem; }
.code { margin: 0; border: 1px solid var(--line); border-radius: 6px; background: var(--tint); min-width: 0; overflow: hidden; }
.code figcaption { display: flex; justify-content: space-between; align-items: center; padding: .2rem .3rem .2rem .7rem; font-size: .8rem; color: var(--soft); border-bottom: 1px solid var(--line); }
.code pre { padding: .6rem .7rem; font-size: .8rem; max-height: 30rem; overflow: auto; }
.copy { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 4px; padding: .1rem .45rem; cursor: pointer; }
.copy:hover { border-color: var(--line); background: var(--card); }
#none { padding: 2rem 0; color: var(--soft); } footer { padding: 3rem 1.25rem; text-align: center; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) {
  .case > summary { grid-template-columns: 1fr auto; } .case > summary .name { grid-column: 1 / -1; grid-row: 2; }
  dl.clauses { grid-template-columns: 1fr; } .findings li { grid-template-columns: 1fr auto; } .message { grid-column: 1 / -1; white-space: normal; } .wide { display: none; } td.bar-cell { min-width: 4.5rem; } .tools select { flex: 1 1 8rem; } .body { padding: .6rem .6rem .8rem; }
}`;

/** The page's style; `verdicts` are given their hues as `--hue`. */
export const styleOf = (verdicts: readonly string[]): string =>
  `${[colors, frame, tools, cases].join('\n')}\n${verdicts.map((name) => `.${name} { --hue: var(--${name}); fill: var(--${name}); }`).join('\n')}
.unsupported { fill: var(--blank); } .legend .unsupported { --hue: var(--blank); }
`;

/** The part of the page's script that makes rows. Text is only ever set as text: nothing of it becomes markup. */
export const rowsScript: string = String.raw`
function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** A clause: code between backticks, formulas between dollars, the words of links. */
function prose(text) {
  const tick = String.fromCharCode(96);
  const marked = new RegExp(tick + '([^' + tick + ']*)' + tick + '|\\$([^$]*)\\$', 'g');
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  const parts = [];
  let at = 0;
  for (const { 0: all, 1: code, 2: formula, index } of plain.matchAll(marked)) {
    parts.push(plain.slice(at, index), code === undefined ? make('i', {}, formula) : make('code', {}, code));
    at = index + all.length;
  }
  return [...parts, plain.slice(at)];
}

function copyable(label, text) {
  const button = make('button', { type: 'button', class: 'copy', 'aria-label': 'Copy: ' + label }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(pre);
      button.textContent = 'Selected';
    }
    setTimeout(() => (button.textContent = 'Copy'), 1500);
  });
  const pre = make('pre', { tabindex: '0', 'aria-label': label }, text);
  return make('figure', { class: 'code' }, make('figcaption', {}, label, button), pre);
}

function table({ head, rows, more }) {
  const cells = (name, row) => make('tr', {}, ...row.map((cell) => make(name, name === 'th' ? { scope: 'col' } : {}, cell)));
  const body = make('tbody', {}, ...rows.map((row) => cells('td', row)));
  const grid = make('table', { class: 'diff' }, make('thead', {}, cells('th', head)), body);
  const parts = [make('div', { class: 'scroll', tabindex: '0' }, grid)];
  return more === undefined ? parts : [...parts, make('p', { class: 'faint' }, more)];
}

function mismatch(one) {
  const said = make('p', {}, ...(one.name === 'error' ? [] : [make('strong', {}, one.name), ' ']), one.message);
  if (one.rows !== undefined) return [said, ...table(one)];
  if (one.expected === undefined && one.got === undefined) return [said];
  const side = (name) => [make('dt', {}, name), make('dd', {}, make('pre', {}, one[name] === undefined ? 'nothing' : one[name]))];
  return [said, make('dl', { class: 'sides' }, ...side('expected'), ...side('got'))];
}

/** What a row shows once it is open; made when it first is. */
function body(one) {
  const parts = [];
  const { detail } = one;
  const clauses = one.rules.map((rule) => [make('dt', {}, rule), make('dd', {}, ...prose(data.clauses[rule] || '(the spec has no such clause)'))]);
  parts.push(make('dl', { class: 'clauses' }, ...clauses.flat()));
  if (detail !== undefined && detail.mismatches.length > 0) parts.push(make('div', { class: 'wrong' }, ...detail.mismatches.flatMap(mismatch)));
  else if (one.message !== undefined) parts.push(make('div', { class: detail === undefined ? 'said' : 'wrong' }, make('p', {}, one.message)));
  if (one.remarks !== undefined) parts.push(make('ul', { class: 'remarks' }, ...one.remarks.map((text) => make('li', {}, text))));
  if (detail !== undefined) parts.push(make('div', { class: 'programs' }, copyable('Python', detail.python), copyable('TypeScript', detail.typescript)));
  if (detail !== undefined && detail.output !== undefined) parts.push(copyable('Written meanwhile', detail.output));
  parts.push(copyable('Run this case again', one.rerun));
  const place = one.place.file + ':' + one.place.line;
  parts.push(make('p', { class: 'faint' }, one.link === undefined ? place : make('a', { href: one.link }, place)));
  return make('div', { class: 'body' }, ...parts);
}

function row(one) {
  const mark = make('span', { class: 'mark ' + one.verdict }, one.fails && !failing.has(one.verdict) ? one.verdict + ' ≠ known' : one.verdict);
  const name = make('span', { class: 'name' }, make('span', { class: 'title' }, one.title), make('span', { class: 'id' }, one.id));
  const reason = make('span', { class: 'reason' }, (one.reason || '').replaceAll('_', ' '));
  const element = make('details', { id: one.id, class: 'case' }, make('summary', {}, mark, name, reason));
  element.addEventListener('toggle', () => {
    if (!element.open) return;
    if (element.childElementCount === 1) element.append(body(one));
    history.replaceState(null, '', '#' + one.id);
  });
  const words = [one.id, one.title, one.verdict, one.reason, one.feature, one.cause, one.message, ...one.rules, ...(one.remarks || [])];
  return { one, element, text: words.filter(Boolean).join(' ').toLowerCase() };
}
`;

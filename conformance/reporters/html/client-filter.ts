/** The part of the page's script that lists, filters and moves. */
export const filterScript: string = String.raw`
const list = document.getElementById('list');
const query = document.getElementById('query');
const feature = document.getElementById('feature');
const finding = document.getElementById('finding');
const shown = document.getElementById('shown');
const groups = data.groups.map(({ name, cases }) => {
  const rows = cases.map(row);
  const title = name === '' ? 'Other cases' : name;
  const heading = make('h3', {}, name === '' ? title : make('code', {}, title));
  const section = make('section', { 'aria-label': title }, ...(data.groups.length > 1 ? [heading] : []), ...rows.map(({ element }) => element));
  list.append(section);
  return { name, rows, section };
});
const all = groups.flatMap(({ rows }) => rows);
const count = new Intl.NumberFormat('en-US');

function chosen() {
  return document.querySelector('input[name=verdict]:checked').value;
}

function matches({ one, text }, verdict, words) {
  if (verdict === 'failing' ? !one.fails : verdict !== 'all' && one.verdict !== verdict) return false;
  if (feature.value !== '' && one.feature !== feature.value) return false;
  return words.every((word) => text.includes(word));
}

function filter() {
  const verdict = chosen();
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  let visible = 0;
  for (const { name, rows, section } of groups) {
    const here = finding.value === '' || finding.value === name;
    let some = false;
    for (const one of rows) {
      const fits = here && matches(one, verdict, words);
      one.element.hidden = !fits;
      some ||= fits;
      visible += fits ? 1 : 0;
    }
    section.hidden = !some;
  }
  shown.textContent = count.format(visible) + ' of ' + count.format(all.length) + ' cases';
  document.getElementById('none').hidden = visible > 0;
}

/** Sets all filters at once. */
function choose(verdict, ofFeature, ofFinding, words = '') {
  document.querySelector('input[name=verdict][value="' + verdict + '"]').checked = true;
  feature.value = ofFeature;
  finding.value = ofFinding;
  query.value = words;
  filter();
}

/** Opens the case that the address names. */
function reveal() {
  let id = '';
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {}
  const row = all.find(({ one }) => one.id === id);
  if (row === undefined) return;
  if (row.element.hidden) choose('all', '', '');
  row.element.open = true;
  row.element.firstElementChild.focus({ preventScroll: true });
  // Rows out of sight have guessed heights: once more, now that some of them are in sight.
  const scroll = () => row.element.scrollIntoView();
  scroll();
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}

for (const radio of document.querySelectorAll('input[name=verdict]')) radio.addEventListener('change', filter);
for (const control of [query, feature, finding]) control.addEventListener('input', filter);
document.getElementById('reset').addEventListener('click', () => choose('all', '', ''));
document.getElementById('widen').addEventListener('click', () => choose('all', '', '', query.value));
for (const button of document.querySelectorAll('button[data-feature], button[data-finding]'))
  button.addEventListener('click', () => {
    const { feature: ofFeature = '', finding: ofFinding = '' } = button.dataset;
    choose('all', ofFeature, ofFinding);
    document.getElementById('cases').scrollIntoView();
  });

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (event.key === '/' && target !== query && !target.closest('select')) {
    event.preventDefault();
    query.focus();
    query.select();
  } else if (event.key === 'Escape' && target === query) {
    query.value = '';
    filter();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (target === query || target.matches('.case > summary'))) {
    const rows = all.filter(({ element }) => !element.hidden).map(({ element }) => element.firstElementChild);
    const next = rows[rows.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
});
addEventListener('hashchange', reveal);
filter();
reveal();
`;

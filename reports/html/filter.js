// Filters the atlas and opens what a link points into. Without it the page only lacks the form.
const form = document.getElementById('filter');
const text = document.getElementById('filter-text');
const output = document.getElementById('filter-count');
const rows = [...document.querySelectorAll('.requirements > li')].map((row) => ({
  row,
  verdict: row.dataset.verdict,
  words: row.textContent.toLowerCase(),
}));
const areas = [...document.querySelectorAll('details.area')];

function apply() {
  const wanted = text.value.trim().toLowerCase();
  const boxes = [...form.querySelectorAll('input[type=checkbox]')];
  const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const active = wanted !== '' || verdicts.size < boxes.length;
  let shown = 0;
  for (const { row, verdict, words } of rows) {
    row.hidden = !verdicts.has(verdict) || !words.includes(wanted);
    if (!row.hidden) shown += 1;
  }
  for (const area of areas) {
    area.hidden = area.querySelector('.requirements > li:not([hidden])') === null;
    area.open = active && !area.hidden;
  }
  output.textContent = active ? `${shown} of ${rows.length} requirements` : '';
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  for (const row of [target, target.closest('.area')]) if (row?.hidden) row.hidden = false;
  for (let node = target; node !== null; node = node.parentElement) {
    if (node.tagName === 'DETAILS') node.open = true;
  }
  target.scrollIntoView();
}

form.hidden = false;
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', reveal);
if (location.hash !== '') reveal();

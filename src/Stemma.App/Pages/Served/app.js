// What makes the pages quicker for whoever uses them all day: keys, copying a citation, dropping files. Nothing depends on it.
const items = () => [...document.querySelectorAll('.statements > li, .said, .claim, .readings figure, .findings > li, .stories > li, .hits > li')]
  .filter(item => item.offsetParent && !item.parentElement.closest('.statements > li, .claim'));
const typing = at => at.closest('input, textarea, select, [contenteditable]');

let current = null;
let leader = false;

const toast = document.createElement('p');
toast.className = 'toast';
toast.setAttribute('role', 'status');
document.body.append(toast);
let toastEnd = 0;
function say(text) {
  toast.textContent = text;
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => { toast.textContent = ''; }, 4000);
}

function step(by) {
  const all = items();
  if (all.length === 0) return;
  const at = all.findIndex(item => item === current || item.contains(document.activeElement));
  // Where none is chosen yet: the first one in view, or the last before it.
  const seen = all.findIndex(item => item.getBoundingClientRect().bottom > 0);
  const next = at >= 0 ? at + by : by > 0 ? Math.max(seen, 0) : (seen < 0 ? all.length : seen) - 1;
  if (next < 0 || next >= all.length) return say(by > 0 ? 'This is the last one.' : 'This is the first one.');
  current = all[next];
  current.tabIndex = -1;
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

const chosen = () => document.activeElement?.closest('.statements > li, .said, .claim, .readings figure, .findings > li, .stories > li, .hits > li') ?? (current?.isConnected ? current : null);

function open() {
  const link = chosen()?.querySelector('a.in-text, h2 a, .headline a, a.label');
  if (link) link.click();
  else say('Choose a statement first: j or k.');
}

async function fetched(address, id) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(id);
}

function dialog(title) {
  const box = document.createElement('dialog');
  const head = document.createElement('h2');
  head.textContent = title;
  head.id = 'dialog-title';
  box.setAttribute('aria-labelledby', head.id);
  const close = document.createElement('button');
  close.className = 'close';
  close.textContent = 'Close';
  close.addEventListener('click', () => box.close());
  box.append(head, close);
  const before = document.activeElement;
  box.addEventListener('close', () => { box.remove(); before?.focus?.(); });
  document.body.append(box);
  return { box, add: (...more) => close.before(...more), show: () => box.showModal() };
}

async function copy(texts) {
  try {
    const part = (type, text) => ({ [type]: new Blob([text], { type }) });
    await navigator.clipboard.write([new ClipboardItem({ ...part('text/plain', texts.text), ...(texts.html ? part('text/html', texts.html) : {}) })]);
    return true;
  } catch {
    return false;
  }
}

// One click copies the citation, as text and as HTML at once: a word processor takes the one, an editor the other. The box that opens has each by itself.
async function cite(link) {
  let citation;
  try {
    citation = await fetched(link.href, '.citation');
  } catch { /* told below: the link still works */ }
  if (!citation) { location.assign(link.href); return; }
  const texts = Object.fromEntries(['text', 'markdown', 'html'].map(name => [name, citation.querySelector('#cite-' + name).value]));
  const done = await copy({ text: texts.text, html: texts.html });
  const { box, add, show } = dialog(done ? 'The citation is copied' : 'The citation');
  for (const [name, title] of [['text', 'Text'], ['markdown', 'Markdown'], ['html', 'HTML']]) {
    const field = document.createElement('p');
    field.className = 'field';
    const label = document.createElement('label');
    label.htmlFor = 'dialog-' + name;
    label.textContent = title;
    const area = document.createElement('textarea');
    Object.assign(area, { id: 'dialog-' + name, rows: 3, readOnly: true, value: texts[name] });
    area.addEventListener('focus', () => area.select());
    const button = document.createElement('button');
    button.textContent = 'Copy ' + title;
    button.addEventListener('click', async () => {
      if (await copy({ text: texts[name] })) { box.close(); say(title + ' copied.'); }
      else { area.focus(); say('Copy it with the keys of your system.'); }
    });
    field.append(label, area, button);
    add(field);
  }
  const page = document.createElement('p');
  page.className = 'chain';
  const there = document.createElement('a');
  there.href = link.href;
  there.textContent = 'Its own page, with the evidence as a file';
  page.append(there);
  add(page);
  show();
}

async function keys() {
  if (document.querySelector('dialog[open]')) return;
  try {
    const list = await fetched('/keys', 'dl.keys');
    const { add, show } = dialog('Keys');
    add(document.importNode(list, true));
    show();
  } catch {
    location.assign('/keys');
  }
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (typing(event.target)) { if (event.key === 'Escape') event.target.blur(); return; }
  const led = leader;
  leader = false;
  if (led && event.key === 's') location.assign('/');
  else if (led && event.key === 'a') location.assign('/add');
  else if (event.key === 'g') { leader = true; return; }
  else if (event.key === 'j') step(1);
  else if (event.key === 'k') step(-1);
  else if (event.key === 'o') open();
  else if (event.key === 'c') {
    const link = chosen()?.querySelector('a.cite');
    if (link) cite(link); else say('Choose a statement first: j or k.');
  }
  else if (event.key === '/') (document.querySelector('#query') ?? document.querySelector('#q')).focus();
  else if (event.key === '?') keys();
  else return;
  event.preventDefault();
});

document.addEventListener('click', event => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('a.cite, a.keys-link');
  if (!link) return;
  event.preventDefault();
  if (link.matches('a.cite')) cite(link); else keys();
});

// Whoever follows a link into a part that is folded away finds it unfolded.
function unfold() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : null;
  for (let fold = target?.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) fold.open = true;
  if (target?.closest('details')) target.scrollIntoView({ block: 'center' });
}
addEventListener('hashchange', unfold);
unfold();

// Where the address of a story is asked for, the newest can be chosen from.
document.querySelector('.story-address')?.addEventListener('focus', async event => {
  const field = event.target;
  let list;
  try {
    list = await fetched('/', 'ol.stories');
  } catch { /* the address can still be pasted */ }
  if (!list) return;
  const choices = document.createElement('datalist');
  choices.id = 'stories';
  choices.append(...[...list.querySelectorAll('h2 a')].filter(link => link.getAttribute('href') !== location.pathname)
    .map(link => new Option(link.textContent, link.getAttribute('href'))));
  field.after(choices);
  field.setAttribute('list', choices.id);
}, { once: true });

const files = document.querySelector('form.add input[type="file"]');
if (files) {
  const list = document.querySelector('.chosen');
  const show = () => list.replaceChildren(...[...files.files].slice(0, 50).map(file => Object.assign(document.createElement('li'), { textContent: file.name })));
  document.querySelector('.drop-hint').hidden = false;
  files.addEventListener('change', show);
  const holds = event => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', event => { if (holds(event)) { event.preventDefault(); document.body.classList.add('dropping'); } });
  document.addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
  document.addEventListener('drop', event => {
    if (!holds(event)) return;
    event.preventDefault();
    document.body.classList.remove('dropping');
    const all = new DataTransfer();
    for (const file of [...files.files, ...event.dataTransfer.files]) all.items.add(file);
    files.files = all.files;
    show();
    files.focus();
  });
}

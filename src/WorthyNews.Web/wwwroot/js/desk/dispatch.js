// The dispatch page: keeps what is typed on the server, shows who else writes, and prints the preview anew.
// Everything here is a comfort; without it the form saves as any form does.
import { mountEditor } from './editor.js';

const form = document.getElementById('dispatch');
const said = document.getElementById('kept');
const others = document.getElementById('others');
const places = document.getElementById('places-said');
const preview = document.getElementById('preview');
const counts = document.getElementById('counts');
const { copy, base } = form.dataset;

const KEEP_AFTER = 1200;                // milliseconds after the last key
const TOUCH_EVERY = 20_000;
const LONGEST_WAIT = 30_000;

let isKept = true;
let isLeaving = false;
let timer = 0;
let wait = KEEP_AFTER;
let keeping = null;

const body = form.querySelector('textarea[data-editor]');
if (body) mountEditor(body);
count();

form.addEventListener('input', () => {
  isKept = false;
  count();
  later(KEEP_AFTER);
});

// Before the page is left, what is typed is on the server: a session that has ended or a line that is gone is said here,
// where the text still stands, and not on a page in its place.
form.addEventListener('submit', async event => {
  if (isLeaving) return;
  event.preventDefault();
  while (keeping) await keeping;
  if (!(await keep())) return;
  isLeaving = true;
  form.requestSubmit(event.submitter);
});
window.addEventListener('pageshow', event => { if (event.persisted) isLeaving = false; });

window.addEventListener('beforeunload', event => {
  if (!isKept && !isLeaving) event.preventDefault();
});

document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
  event.preventDefault();
  document.getElementById('save').click();
});

document.addEventListener('visibilitychange', () => { if (document.hidden && !isKept && !isLeaving) keep(); });
setInterval(() => { if (isKept && !document.hidden) touch(); }, TOUCH_EVERY);
touch();
if ('keep' in form.dataset) keep();

for (const button of document.querySelectorAll('[data-add]')) {
  button.hidden = false;
  button.addEventListener('click', () => addRow(button));
}

function later(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(keep, milliseconds);
  return false;
}

/** @returns whether the server has it now, or a promise of that. */
function keep() {
  clearTimeout(timer);
  if (isLeaving) return false;
  if (keeping) return later(KEEP_AFTER);
  keeping = keepNow().finally(() => { keeping = null; });
  return keeping;
}

async function keepNow() {
  isKept = true;                        // what is typed from here on is newer than what goes out
  try {
    const answer = await send(new FormData(form));
    if (answer.status === 401 || answer.status === 403 || answer.redirected) return lost('Your session has ended. What you typed stands here: sign in again in another window, then go on.', '/desk/sign-in');
    if (answer.status === 404) return lost('This dispatch is not yours to write any more. Copy your text before you leave.');
    if (!answer.ok) throw new Error(String(answer.status));
    wait = KEEP_AFTER;
    told(await answer.json());
    return true;
  } catch {
    isKept = false;
    wait = Math.min(wait * 2, LONGEST_WAIT);
    tell('Not kept yet: the desk does not answer. What you typed stands here; trying again.', true);
    return later(wait);
  }
}

async function touch() {
  if (!copy) return;
  try {
    const answer = await fetch(copy, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (answer.ok && !answer.redirected) told(await answer.json(), true);
  } catch {
    // The line is away; the next save says so.
  }
}

function send(fields) {
  return fetch(copy, { method: 'POST', body: fields, headers: { Accept: 'application/json' }, redirect: 'manual' })
    .then(answer => (answer.type === 'opaqueredirect' ? { status: 401 } : answer));
}

function lost(words, address) {
  isKept = false;
  tell(words, true, address);
  return false;
}

function tell(words, isBad, address) {
  said.classList.toggle('bad', Boolean(isBad));
  said.textContent = words;
  if (!address) return;
  const link = document.createElement('a');
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = 'Sign in';
  said.append(' ', link);
}

function told(state, isTouch = false) {
  if (!isTouch && state.kept) tell(`Kept as your working copy at ${state.kept}.`);
  if (others) {
    const names = state.others ?? [];
    others.hidden = names.length === 0 && !(state.newest > Number(base));
    const parts = [];
    if (names.length > 0) parts.push(`${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} writing in it too.`);
    if (state.newest > Number(base)) parts.push(`Revision ${state.newest} was saved since you began: your save will show both texts.`);
    others.textContent = parts.join(' ');
  }

  if (places && state.places) places.replaceChildren(...state.places.map(place => {
    const item = document.createElement('li');
    item.className = place.isSure ? 'sure' : 'look';
    item.textContent = place.text;
    return item;
  }));
  if (state.original) document.getElementById('original-said').textContent = state.original;
  if (preview && !isTouch && state.kept) printAnew();
}

// The reader's page in a frame, at the line where it stood.
function printAnew() {
  try {
    const at = preview.contentWindow.scrollY;
    preview.addEventListener('load', () => preview.contentWindow.scrollTo(0, at), { once: true });
    preview.contentWindow.location.reload();
  } catch {
    preview.src = preview.getAttribute('src');      // what stands there is no page of ours: the browser's own error
  }
}

function count() {
  if (!counts || !body) return;
  const words = (body.value.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []).length;
  counts.textContent = `${words} ${words === 1 ? 'word' : 'words'}, about ${Math.max(1, Math.round(words / 230))} min to read`;
}

/** One more empty row like the last; its fields are numbered on. */
function addRow(button) {
  const rows = document.getElementById(button.dataset.add);
  const last = rows.lastElementChild;
  const next = last.cloneNode(true);
  const number = rows.children.length;
  for (const field of next.querySelectorAll('[name], [id], [for]')) {
    for (const name of ['name', 'id', 'for']) {
      const value = field.getAttribute(name);
      if (value) field.setAttribute(name, value.replace(/\d+/, String(number)));
    }

    if ('value' in field && field.type !== 'checkbox' && field.type !== 'hidden') field.value = '';
    if (field.type === 'checkbox') field.checked = false;
  }

  rows.append(next);
  next.querySelector('input, select')?.focus();
}

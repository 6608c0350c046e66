// Worthy News: the switch at /offline, and the list of what is kept. The only script of the site, on this page alone.
'use strict';

const PAGES = 'pages-1';
const main = document.getElementById('main');
const button = document.getElementById('switch');
const list = document.getElementById('kept');
const said = document.getElementById('said');

async function keptPages() {
  if (!(await caches.has(PAGES))) return [];
  const pages = await caches.open(PAGES);
  const found = [];
  for (const key of await pages.keys()) {
    const path = new URL(key.url).pathname;
    if (path === '/offline') continue;
    const html = new DOMParser().parseFromString(await (await pages.match(key)).text(), 'text/html');
    const article = html.querySelector('article.story');
    found.push({ path, title: html.querySelector('main h1')?.textContent ?? html.title, language: article?.lang, direction: article?.dir });
  }
  return found.reverse();
}

function item({ path, title, language, direction }) {
  const link = document.createElement('a');
  link.href = path;
  link.textContent = path === '/' ? 'The front page' : title;
  if (language) link.lang = language;
  if (direction) link.dir = direction;
  const line = document.createElement('li');
  line.append(link);
  return line;
}

async function draw() {
  const isOn = Boolean(await navigator.serviceWorker.getRegistration('/'));
  const pages = isOn ? await keptPages() : [];
  button.textContent = isOn ? 'Forget all that is kept here' : 'Keep what I read on this device';
  button.classList.toggle('quiet', isOn);
  button.disabled = false;
  list.hidden = pages.length === 0;
  list.querySelector('ul').replaceChildren(...pages.map(item));
  main.dataset.state = isOn ? 'on' : 'off';
}

async function keep() {
  await navigator.serviceWorker.register('/sw.js');
  await navigator.serviceWorker.ready;
  said.textContent = 'From now on, the front page and the stories you read are kept on this device.';
}

async function forget() {
  await (await navigator.serviceWorker.getRegistration('/'))?.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  said.textContent = 'Everything that was kept on this device is gone.';
}

button.addEventListener('click', async () => {
  button.disabled = true;
  try {
    await (main.dataset.state === 'on' ? forget() : keep());
  } catch {
    said.textContent = 'This browser did not allow it.';
  }
  await draw();
  button.focus();
});

if ('serviceWorker' in navigator && 'caches' in window) draw();
else said.textContent = 'This browser cannot keep pages, or does not allow it in a private window.';

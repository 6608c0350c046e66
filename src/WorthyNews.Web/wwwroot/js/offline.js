// Worthy News: the switch at /offline, and the list of what is kept. The only script of the site, on this page alone.
'use strict';

const main = document.getElementById('main');
const choice = document.getElementById('choice');
const list = document.getElementById('kept');
const keep = document.getElementById('keep');
const forget = document.getElementById('forget');
const said = document.getElementById('said');

const show = (element, isShown) => { element.hidden = !isShown; };

async function titles() {
  if (!(await caches.has('pages-1'))) return [];
  const pages = await caches.open('pages-1');
  const found = [];
  for (const key of await pages.keys()) {
    const path = new URL(key.url).pathname;
    if (path === '/offline') continue;
    const html = new DOMParser().parseFromString(await (await pages.match(key)).text(), 'text/html');
    found.push({ path, title: html.querySelector('main h1')?.textContent ?? html.title, language: html.querySelector('article[lang]')?.lang, direction: html.querySelector('article[dir]')?.dir });
  }
  return found.reverse();
}

async function draw() {
  const isOn = Boolean(await navigator.serviceWorker.getRegistration('/'));
  const pages = isOn ? await titles() : [];
  show(choice, true);
  show(keep, !isOn);
  show(forget, isOn);
  show(list, isOn && pages.length > 0);
  const items = pages.map(({ path, title, language, direction }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = path;
    link.textContent = title;
    if (language) link.lang = language;
    if (direction) link.dir = direction;
    item.append(link);
    return item;
  });
  list.querySelector('ul').replaceChildren(...items);
  main.dataset.state = isOn ? 'on' : 'off';
}

keep.addEventListener('click', async () => {
  keep.disabled = true;
  try {
    await navigator.serviceWorker.register('/sw.js');
    await navigator.serviceWorker.ready;
    said.textContent = 'From now on, the front page and the stories you read are kept on this device.';
  } catch {
    said.textContent = 'This browser did not allow it. Nothing is kept.';
  }
  keep.disabled = false;
  await draw();
});

forget.addEventListener('click', async () => {
  const worker = await navigator.serviceWorker.getRegistration('/');
  await worker?.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
  said.textContent = 'Everything that was kept on this device is gone.';
  await draw();
});

if ('serviceWorker' in navigator && 'caches' in window) draw();
else document.getElementById('cannot').hidden = false;

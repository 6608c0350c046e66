// Worthy News: keeps the front page and the stories a reader has read, for those who asked for it at /offline.
// Online the network always answers first, so what is corrected, retracted or killed there is never hidden by a copy;
// and once it is online again, every kept story is asked about: what is gone is dropped, what has changed is fetched anew.
'use strict';

const PAGES = 'pages-1';                    // front and stories
const FILES = 'files-1';                    // styles, fonts, the maps of kept pages
const MOST_PAGES = 40;
const MOST_FILES = 80;
const REVIEW_EVERY = 60 * 1000;             // milliseconds
const VERSION = 'Story-Version';
const KEPT_AT = 'Kept-At';
const OFFLINE = '/offline';

const isStory = path => /^\/\d{4}\/\d\d\/\d\d\/[^/]+$/.test(path);
const isFront = path => path === '/';    // the text edition promises that nothing is kept
const isFile = path => /^\/(css|fonts|js|maps)\//.test(path) || /^\/favicon/.test(path);

let reviewedAt = 0;

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(PAGES)).add(new Request(OFFLINE, { cache: 'no-cache' }));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== PAGES && name !== FILES) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (isFile(url.pathname)) event.respondWith(file(event, url));
});

async function page(event, url) {
  let answer;
  try {
    answer = await fetch(event.request);
  } catch {
    return await offline(url);
  }
  event.waitUntil(keep(url, answer.clone()).then(review));
  return answer;
}

async function keep(url, answer) {
  if (url.search !== '' || (!isStory(url.pathname) && !isFront(url.pathname))) return;
  const pages = await caches.open(PAGES);
  if (answer.ok) await put(pages, url.pathname, answer);
  else if (answer.type !== 'opaqueredirect' && answer.status < 500) await pages.delete(url.pathname);
  await trim(pages, MOST_PAGES);
}

// Kept together with the time, which the offline reader is told. The cache replaces a page in one step and sets it last,
// so that a page is never missing while it is renewed and the oldest stand first.
async function put(pages, path, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  // Beside a story stand the headlines of others, which may be killed without a word to this page: they are not kept.
  const html = await answer.text();
  const kept = isStory(path) ? html.replace(/<section class="latest"[\s\S]*?<\/section>/, '') : html;
  await pages.put(path, new Response(kept, { headers }));
}

async function trim(cache, most) {
  const keys = (await cache.keys()).filter(key => !isFront(new URL(key.url).pathname) && new URL(key.url).pathname !== OFFLINE);
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}

async function review() {
  if (Date.now() - reviewedAt < REVIEW_EVERY) return;
  reviewedAt = Date.now();
  const pages = await caches.open(PAGES);
  try {
    // The front page shows stories that are not kept themselves: it follows whatever becomes of them.
    if (await pages.match('/')) await renew(pages, '/');
    for (const key of await pages.keys()) {
      const path = new URL(key.url).pathname;
      if (!isStory(path)) continue;
      const now = await fetch(path, { method: 'HEAD', cache: 'no-store', redirect: 'manual' });
      const kept = await pages.match(key);
      if (!kept || now.status >= 500) continue;
      if (!now.ok) await pages.delete(key);
      else if (now.headers.get(VERSION) !== kept.headers.get(VERSION)) await renew(pages, path);
      else continue;
      await dropMaps();                     // one of them was its map; the others come again when they are seen
    }
  } catch {
    reviewedAt = 0;                         // the line went again: ask when it is back
  }
}

async function renew(pages, path) {
  const fresh = await fetch(path, { cache: 'no-store' });
  if (fresh.ok) await put(pages, path, fresh);
  else if (fresh.status < 500) await pages.delete(path);
}

async function dropMaps() {
  const files = await caches.open(FILES);
  for (const key of await files.keys()) if (new URL(key.url).pathname.startsWith('/maps/')) await files.delete(key);
}

async function offline(url) {
  const pages = await caches.open(PAGES);
  const kept = await pages.match(url.pathname);
  if (kept) return await told(kept);
  const page = await pages.match(OFFLINE);
  return page ? new Response(await page.blob(), { headers: page.headers }) : Response.error();
}

// The copy says that it is one, and of when: it may have been corrected since.
async function told(kept) {
  const at = kept.headers.get(KEPT_AT) ?? '';
  const words = at === '' ? 'You are offline.' : `You are offline. This copy was kept on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC and may have been corrected since.`;
  const html = (await kept.text()).replace(/<body([^>]*)>/, `<body$1>\n<aside class="kept-copy" aria-label="Kept copy"><p>${words}</p></aside>`);
  return new Response(html, { headers: kept.headers });
}

// A fingerprint in the name makes a file immutable; a map may be withdrawn, so the network goes first there.
async function file(event, url) {
  const files = await caches.open(FILES);
  const isMap = url.pathname.startsWith('/maps/');
  const held = await files.match(event.request);
  if (held && !isMap) return held;
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(files.put(event.request, answer.clone()).then(() => trim(files, MOST_FILES)));
    else if (isMap && answer.status < 500) event.waitUntil(files.delete(event.request));
    return answer;
  } catch (error) {
    if (held) return held;
    throw error;
  }
}

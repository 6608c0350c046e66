// Tells the page around a frame how tall it is, and looks again for what was put right.
(() => {
  'use strict';
  const print = document.documentElement.getAttribute('data-print'), BLIND = 3600000;
  let told = 0, tag = null, seen = false, heard = Date.now();
  const article = document.querySelector('article');
  const tell = () => {
    // Of the content, not of the frame: a frame that was too tall becomes smaller as well. The credit stands at its end, wherever that is.
    const credit = article.lastElementChild, before = credit.previousElementSibling;
    const height = Math.ceil((before ? before.getBoundingClientRect().bottom + scrollY : 0) + credit.offsetHeight + parseFloat(getComputedStyle(article).paddingBottom));
    if (height !== told && height > 0) parent.postMessage({ worthyNews: 1, height: told = height }, '*');
  };
  const look = async () => {
    if (document.visibilityState !== 'visible' || !seen) return;
    try {
      // The first time whole: the browser may have kept this page from before a kill.
      const isFirst = tag === null, answer = await fetch(location.href, { method: isFirst ? 'GET' : 'HEAD', credentials: 'omit', cache: 'no-cache' });
      if (answer.status < 500 && answer.status !== 429) {
        const now = answer.headers.get('etag') || '', told = isFirst ? /data-print="(\w+)"/.exec(await answer.text()) : null;
        heard = Date.now();
        if (isFirst ? told && told[1] !== print : now !== tag) location.reload();
        tag = now;
      }
    } catch { /* The network is away; what stands here stands, for a while. */ }
    if (Date.now() - heard > BLIND) article.querySelectorAll('.wn-items, .wn-text').forEach(part => part.remove());
  };
  new ResizeObserver(tell).observe(article);
  new IntersectionObserver(entries => { if ((seen = entries[entries.length - 1].isIntersecting) && tag === null) look(); }).observe(article);
  // The page around came to listen after it was told.
  addEventListener('message', event => { if (event.source === parent && event.data && event.data.worthyNews === 0) { told = 0; tell(); } });
  addEventListener('pageshow', event => { if (event.persisted) look(); });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 30000);
  tell();
})();

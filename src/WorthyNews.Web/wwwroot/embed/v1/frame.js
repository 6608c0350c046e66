// Tells the page around a frame how tall it is, and looks again for what was put right.
(() => {
  'use strict';
  let told = 0, tag = null, seen = true;
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
      const answer = await fetch(location.href, { method: 'HEAD', credentials: 'omit', cache: 'no-cache' });
      const now = answer.headers.get('etag');
      if (answer.status < 500 && tag !== null && now !== tag) location.reload();
      else if (answer.status < 500) tag = now;
    } catch { /* The network is away; what stands here stands. */ }
  };
  new ResizeObserver(tell).observe(article);
  new IntersectionObserver(entries => { seen = entries[entries.length - 1].isIntersecting; }).observe(article);
  // The page around came to listen after it was told.
  addEventListener('message', event => { if (event.source === parent && event.data && event.data.worthyNews === 0) { told = 0; tell(); } });
  addEventListener('pageshow', event => { if (event.persisted) look(); });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 30000);
  tell();
  look();
})();

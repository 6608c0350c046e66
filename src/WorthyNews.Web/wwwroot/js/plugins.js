// Worthy Plugins: shows a choice at once, measures the preview, and copies. Without it the form answers the same.
(() => {
  'use strict';
  const form = document.getElementById('plugin-form'), copy = document.getElementById('copy-snippet'), copied = document.getElementById('copied');
  let turn = 0, timer = 0, height = 0;

  const frame = () => document.querySelector('#preview iframe');
  const address = () => {
    const query = new URLSearchParams(new FormData(form));
    if (height) query.set('height', String(height));
    return '/plugins?' + query;
  };

  // The page itself says what a choice makes; only the parts that show it are taken over, so that no field loses what is typed.
  const show = async () => {
    const mine = ++turn;
    let page;
    try {
      const answer = await fetch(address());
      if (!answer.ok) return;
      page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch { return; }      // The network is away; "Show it" still asks.
    if (mine !== turn) return;
    document.getElementById('made').querySelectorAll('textarea').forEach((box, i) => { const made = page.querySelectorAll('#made textarea')[i]; box.value = made ? made.value : ''; });
    document.querySelector('.after-copy').querySelectorAll('a').forEach((link, i) => { const made = page.querySelectorAll('.after-copy a')[i]; if (made) link.href = made.getAttribute('href'); });
    document.querySelectorAll('.seen > .empty').forEach(line => line.remove());
    document.querySelector('.seen').prepend(...page.querySelectorAll('.seen > .empty'));
    const link = page.getElementById('own-address');
    if (link) history.replaceState(null, '', link.getAttribute('href'));
    const next = page.querySelector('#preview iframe');
    if (next.getAttribute('src') !== frame().getAttribute('src')) {
      height = 0;
      frame().replaceWith(document.adoptNode(next));
    }
  };
  const soon = wait => { clearTimeout(timer); timer = setTimeout(show, wait); };

  form.addEventListener('input', event => { if (event.target.type === 'text' || event.target.type === 'number') soon(500); });
  form.addEventListener('change', event => { if (event.target.name !== 'on' && event.target.name !== 'in') { height = 0; soon(0); } });
  form.addEventListener('submit', event => { event.preventDefault(); show(); });

  addEventListener('message', event => {
    const told = event.data;
    if (event.source !== frame().contentWindow || event.origin !== 'null' || !told || told.worthyNews !== 1 || !(told.height >= 120)) return;
    const now = Math.min(told.height, 4000);
    frame().height = now;
    if (now === height) return;
    height = now;
    soon(300);
  });

  frame().contentWindow.postMessage({ worthyNews: 0 }, '*');
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    const box = document.getElementById('snippet');
    box.select();
    try {
      await navigator.clipboard.writeText(box.value);
    } catch {
      document.execCommand('copy');      // Where the page is not served over https.
    }
    copy.textContent = 'Copied';
    copied.textContent = 'Copied. Now paste it into your page.';
    setTimeout(() => { copy.textContent = 'Copy'; }, 4000);
  });
})();

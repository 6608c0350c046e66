// The board, fresh without reloading: what changed is put in place, and whoever reads it with the keyboard stays where they are.
const EVERY = 5000;         // milliseconds
const board = document.getElementById('board');

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual', cache: 'no-store' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('board');
    if (!fresh || fresh.innerHTML === board.innerHTML) return;
    const held = board.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    board.replaceChildren(...[...fresh.childNodes].map(node => document.importNode(node, true)));
    if (held) board.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus();
  } catch {
    // The desk does not answer; the board stands as it was, and says since when.
  }
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, [contenteditable]')) return;
  const link = document.querySelector(`a[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (link) link.click();
});

if (board) setInterval(refresh, EVERY);

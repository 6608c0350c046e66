// The order of the front by dragging. The buttons beside each story do the same, with a keyboard and without script.
const list = document.getElementById('front-order');
const form = document.getElementById('arrange');
let held = null;

for (const item of list.children) {
  item.draggable = true;
  item.addEventListener('dragstart', event => {
    held = item;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', item.dataset.story);
    item.classList.add('held');
  });
  item.addEventListener('dragend', () => {
    item.classList.remove('held');
    held = null;
  });
  item.addEventListener('dragover', event => {
    if (!held || held === item) return;
    event.preventDefault();
    const { top, height } = item.getBoundingClientRect();
    item[event.clientY < top + height / 2 ? 'before' : 'after'](held);
  });
}

list.addEventListener('dragover', event => { if (held) event.preventDefault(); });
list.addEventListener('drop', event => {
  if (!held) return;
  event.preventDefault();
  // The chosen ones as they stand now, and with them whatever was dropped among or above them.
  held.classList.add('chosen');
  const items = [...list.children];
  const last = items.findLastIndex(item => item.classList.contains('chosen') && item !== held);
  const at = items.indexOf(held);
  const chosen = items.filter((item, index) => item === held || item.classList.contains('chosen') || index < at && at <= last + 1);
  for (const item of chosen.slice(0, Number(list.dataset.most))) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'stories';
    field.value = item.dataset.story;
    form.append(field);
  }

  form.requestSubmit();
});

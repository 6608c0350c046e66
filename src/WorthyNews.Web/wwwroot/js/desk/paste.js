// What was copied from a word processor or a web page, as Markdown of the few kinds that a dispatch has.
import { TurndownService } from '../../lib/editor/editor-lib.js';

const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*', strongDelimiter: '**', hr: '***', linkStyle: 'inlined' });
turndown.remove(['head', 'style', 'script', 'meta', 'link', 'title', 'iframe', 'object', 'svg', 'template']);
// There is one level of crossheads, and it is bold already.
turndown.addRule('crosshead', { filter: HEADINGS.map(h => h.toLowerCase()), replacement: (_, node) => `\n\n## ${line(node.textContent)}\n\n` });
// A dispatch has no pictures in its text and no code; their words stay.
turndown.addRule('picture', { filter: 'img', replacement: () => '' });
turndown.addRule('code', { filter: ['code', 'pre', 'kbd', 'samp'], replacement: content => content });
turndown.addRule('unsafe link', { filter: node => node.nodeName === 'A' && !/^(https?:|mailto:)/i.test(node.getAttribute('href') ?? ''), replacement: content => content });

const line = text => text.replace(/\s+/g, ' ').trim();

/** Markdown of an HTML clipboard; empty when it has no words. */
export function markdownOf(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');      // inert: nothing loads, nothing runs
  for (const comment of comments(page)) comment.remove();
  // Office namespaces ("o:p") hold nothing but a space.
  for (const element of page.querySelectorAll('*')) if (element.nodeName.includes(':')) element.replaceWith(...element.childNodes);
  unwrapFalseBold(page);
  listsOfWord(page);
  tables(page);
  const markdown = turndown.turndown(page.body);
  return markdown.replace(/\u00a0/g, ' ').replace(/[ \t]+$/gm, end => (end.length >= 2 && end === '  ' ? end : '')).replace(/\n{3,}/g, '\n\n').trim();
}

function comments(page) {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

// Google Docs wraps everything in <b style="font-weight:normal">, and says bold and italic by style alone.
function unwrapFalseBold(page) {
  for (const bold of page.querySelectorAll('b, strong')) {
    const weight = bold.style.fontWeight;
    if (weight === 'normal' || weight === '400' || bold.closest(HEADINGS.join(','))) bold.replaceWith(...bold.childNodes);
  }

  for (const span of page.querySelectorAll('span[style]')) {
    const { fontWeight, fontStyle } = span.style;
    const isBold = fontWeight === 'bold' || Number(fontWeight) >= 600;
    const wrap = name => { const element = page.createElement(name); element.append(...span.childNodes); span.append(element); };
    if (line(span.textContent) === '' || span.closest(HEADINGS.join(','))) continue;
    if (fontStyle === 'italic') wrap('em');
    if (isBold) wrap('strong');
  }
}

// Word writes a list as paragraphs with a sign in front of each: <p class="MsoListParagraph" style="mso-list:...">.
function listsOfWord(page) {
  let list = null;
  for (const paragraph of [...page.querySelectorAll('p')]) {
    if (!/mso-list\s*:/i.test(paragraph.getAttribute('style') ?? '')) {
      list = null;
      continue;
    }

    const sign = [...paragraph.querySelectorAll('span')].find(span => /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''));
    const isNumber = /^\s*\(?\d+[.)]/.test(sign?.textContent ?? '');
    sign?.remove();
    const wanted = isNumber ? 'OL' : 'UL';
    if (!list || list.nodeName !== wanted || list.nextElementSibling !== paragraph) {
      list = page.createElement(wanted);
      paragraph.before(list);
    }

    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    paragraph.remove();
    list.append(item);
  }
}

// A dispatch has no tables: a row becomes a line, so that no word is lost.
function tables(page) {
  for (const row of page.querySelectorAll('tr')) {
    const paragraph = page.createElement('p');
    paragraph.textContent = [...row.cells].map(cell => line(cell.textContent)).filter(Boolean).join(' – ');
    row.replaceWith(paragraph);
  }
}

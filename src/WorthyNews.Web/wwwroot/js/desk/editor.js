// The editor over the plain text field. The field stays in the form and holds the text; without script it is the editor.
import {
  EditorState, EditorSelection, Transaction, EditorView, keymap, drawSelection, highlightSpecialChars, defaultKeymap, history, historyKeymap,
  isolateHistory, undo, redo, Language, LanguageSupport, defineLanguageFacet, HighlightStyle, syntaxHighlighting, search, searchKeymap, parser, tags,
} from '../../lib/editor/editor-lib.js';
import { markdownOf } from './paste.js';

// What a dispatch has not, the editor does not color: code, HTML, pictures.
const markdown = new LanguageSupport(new Language(defineLanguageFacet(), parser.configure({
  remove: ['HTMLBlock', 'HTMLTag', 'IndentedCode', 'FencedCode', 'InlineCode'],
}), [], 'markdown'));

const ink = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.quote, color: 'var(--ink-2)' },
  { tag: tags.link, color: 'var(--act)' },
  { tag: tags.url, color: 'var(--ink-3)' },
  { tag: tags.processingInstruction, color: 'var(--ink-3)' },
]);

const dress = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'light-dark(#fff, #10141a)', border: '1px solid var(--rule-2)', minBlockSize: '26rem', maxBlockSize: '80vh' },
  '&.cm-focused': { outline: '3px solid var(--focus, var(--act))', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: '0.9375rem', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '0.9rem 1rem', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderInlineStartColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'light-dark(#cfe0f2, #2b4562)' },
  '.cm-panels': { background: 'var(--paper-2)', color: 'var(--ink)', font: '0.875rem/1.5 var(--sans)' },
  '.cm-panels input, .cm-panels button': { font: 'inherit' },
  '.cm-searchMatch': { background: 'var(--doubt-tint)', outline: '1px solid var(--doubt)' },
});

/** Puts the editor over the field. */
export function mountEditor(field) {
  const host = document.createElement('div');
  host.className = 'editor-host';
  const root = host.attachShadow({ mode: 'open' });      // there the library's styles are sheets, which a strict policy allows
  const tools = toolbar();
  field.before(tools, host);
  field.hidden = true;

  const label = document.querySelector(`label[for="${field.id}"]`);
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        history(), drawSelection(), highlightSpecialChars(), search({ top: true }), EditorView.lineWrapping, markdown, syntaxHighlighting(ink), dress,
        keymap.of([...acts.filter(act => act.key).map(act => ({ key: act.key, run: target => { act.run(target); return true; }, preventDefault: true })), ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': label?.textContent ?? 'Text', 'aria-multiline': 'true', spellcheck: 'true',
          lang: field.lang || 'en', dir: field.dir || 'auto',
          ...(field.getAttribute('aria-describedby') ? { 'aria-describedby': field.getAttribute('aria-describedby') } : {}),
        }),
        EditorView.domEventHandlers({ paste }),
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
          field.value = view.state.doc.toString();
          field.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      ],
    }),
  });
  label?.addEventListener('click', event => { event.preventDefault(); view.focus(); });
  tools.addEventListener('click', event => {
    const name = event.target.closest('button')?.dataset.act;
    const act = acts.find(one => one.name === name);
    if (!act) return;
    act.run(view);
    view.focus();
  });
}

/** HTML of a word processor becomes Markdown; plain text stays as it is. One step back takes either away. */
function paste(event, view) {
  const html = event.clipboardData?.getData('text/html');
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const text = html ? markdownOf(html) : plain;
  if (!text) return false;
  event.preventDefault();
  const { state } = view;
  const change = state.changeByRange(range => ({
    changes: { from: range.from, to: range.to, insert: state.toText(text) },
    range: EditorSelection.cursor(range.from + state.toText(text).length),
  }));
  view.dispatch({ ...change, scrollIntoView: true, annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.paste')] });
  return true;
}

/** Puts signs around what is chosen, or takes them away when they stand there. */
function around(view, sign) {
  const { state } = view;
  const change = state.changeByRange(range => {
    const { from, to } = range;
    if (state.sliceDoc(from - sign.length, from) === sign && state.sliceDoc(to, to + sign.length) === sign) {
      return {
        changes: [{ from: from - sign.length, to: from }, { from: to, to: to + sign.length }],
        range: EditorSelection.range(from - sign.length, to - sign.length),
      };
    }

    return {
      changes: [{ from, insert: sign }, { from: to, insert: sign }],
      range: EditorSelection.range(from + sign.length, to + sign.length),
    };
  });
  view.dispatch(change, { userEvent: 'input' });
}

/** Starts each chosen line with a sign, or takes it away when all of them have it. */
function before(view, sign, pattern) {
  const { state } = view;
  const lines = new Set();
  for (const range of state.selection.ranges) {
    for (let at = state.doc.lineAt(range.from).number; at <= state.doc.lineAt(range.to).number; at++) lines.add(at);
  }

  const chosen = [...lines].map(number => state.doc.line(number)).filter(line => line.length > 0 || lines.size === 1);
  const all = chosen.every(line => pattern.test(line.text));
  const changes = chosen.map((line, index) => {
    const had = line.text.match(/^(?:#{1,6} |> |- |\d+\. )/)?.[0] ?? '';
    return { from: line.from, to: line.from + had.length, insert: all ? '' : typeof sign === 'function' ? sign(index) : sign };
  });
  view.dispatch({ changes, userEvent: 'input' });
}

function link(view) {
  const { state } = view;
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const insert = isAddress ? `[](${words})` : `[${words}](https://)`;
  const at = isAddress ? from + 1 : from + words.length + 3;
  view.dispatch({ changes: { from, to, insert }, selection: isAddress ? { anchor: at } : { anchor: at, head: at + 8 }, userEvent: 'input' });
}

const acts = [
  { name: 'strong', label: 'Bold', sign: 'B', key: 'Mod-b', keys: 'Ctrl+B', run: view => around(view, '**') },
  { name: 'em', label: 'Italic', sign: 'I', key: 'Mod-i', keys: 'Ctrl+I', run: view => around(view, '*') },
  { name: 'link', label: 'Link', key: 'Mod-k', keys: 'Ctrl+K', run: link },
  { name: 'crosshead', label: 'Crosshead', key: 'Mod-Alt-2', keys: 'Ctrl+Alt+2', run: view => before(view, '## ', /^#{1,6} /) },
  { name: 'quote', label: 'Quote', key: 'Mod-Shift-9', keys: 'Ctrl+Shift+9', run: view => before(view, '> ', /^> /) },
  { name: 'list', label: 'List', key: 'Mod-Shift-8', keys: 'Ctrl+Shift+8', run: view => before(view, '- ', /^- /) },
  { name: 'numbers', label: 'Numbers', key: 'Mod-Shift-7', keys: 'Ctrl+Shift+7', run: view => before(view, index => `${index + 1}. `, /^\d+\. /) },
  { name: 'undo', label: 'Undo', keys: 'Ctrl+Z', run: undo },
  { name: 'redo', label: 'Redo', keys: 'Ctrl+Y', run: redo },
];

function toolbar() {
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Text');
  for (const act of acts) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.act = act.name;
    button.textContent = act.sign ?? act.label;
    button.title = `${act.label} (${act.keys})`;
    if (act.sign) button.setAttribute('aria-label', act.label);
    bar.append(button);
  }

  return bar;
}

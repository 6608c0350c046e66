// What the desk's editor takes from CodeMirror and Turndown, gathered into editor-lib.js: see README.md beside it.
export { EditorState, EditorSelection, Transaction } from '@codemirror/state';
export { EditorView, keymap, drawSelection, highlightSpecialChars, placeholder } from '@codemirror/view';
export { defaultKeymap, history, historyKeymap, isolateHistory, undo, redo } from '@codemirror/commands';
export { Language, LanguageSupport, defineLanguageFacet, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
export { search, searchKeymap, highlightSelectionMatches } from '@codemirror/search';
export { parser } from '@lezer/markdown';
export { tags } from '@lezer/highlight';
export { default as TurndownService } from 'turndown';

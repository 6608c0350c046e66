// Worthy News, the element <worthy-news>: free headlines for churches. No cookie, no storage, no tracker.
// It shows data; what was corrected or killed is gone from the data, so that also a pinned loader obeys.
(() => {
  'use strict';
  const own = document.currentScript, script = own && own.src && own.src.includes('/embed/v1/worthy-news') ? own : document.querySelector('script[src*="/embed/v1/worthy-news"]');
  if (customElements.get('worthy-news') || !script || !script.src) return;
  const site = new URL(script.src).origin;
  const POLL = 30000, WAIT = 10000, BLIND = 3600000;
  const css = `:host{display:block!important;visibility:visible!important;opacity:1!important}.wn{all:initial;display:block;--p:var(--worthy-paper,var(--pl,#fff));--i:var(--worthy-ink,var(--il,#171b24));--q:var(--worthy-quiet,var(--ql,#5e6067));--r:var(--worthy-rule,var(--rl,#d9d4c7));--a:var(--worthy-accent,var(--al,#a3201d));--h:var(--worthy-head-font,Georgia,"Times New Roman",serif);container:wn/inline-size;color-scheme:light;box-sizing:border-box;padding:18px 20px 14px;background:var(--p);color:var(--i);font-family:var(--worthy-font,inherit);font-size:14px;line-height:1.45;text-align:start;overflow-wrap:anywhere}.wn[data-theme=dark]{--p:var(--worthy-paper,var(--pd,#171c24));--i:var(--worthy-ink,var(--id,#f0ece3));--q:var(--worthy-quiet,var(--qd,#abafb5));--r:var(--worthy-rule,var(--rd,#3b434e));--a:var(--worthy-accent,var(--ad,#f29583));color-scheme:dark}@media(prefers-color-scheme:dark){.wn[data-theme=auto]{--p:var(--worthy-paper,var(--pd,#171c24));--i:var(--worthy-ink,var(--id,#f0ece3));--q:var(--worthy-quiet,var(--qd,#abafb5));--r:var(--worthy-rule,var(--rd,#3b434e));--a:var(--worthy-accent,var(--ad,#f29583));color-scheme:dark}}.wn *{box-sizing:border-box;margin:0;padding:0}.wn-ours{--h:Worthy Newsreader,Georgia,serif;font-family:Worthy Instrument,system-ui,sans-serif}.wn a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.16em}.wn a.wn-title,.wn a.wn-mark{text-decoration:none}.wn a:hover{text-decoration:underline}.wn :focus-visible{outline:3px solid #0b5cad;outline-offset:2px;border-radius:1px}.wn[data-theme=dark] :focus-visible{outline-color:#9ecbff}@media(prefers-color-scheme:dark){.wn[data-theme=auto] :focus-visible{outline-color:#9ecbff}}.wn-head{padding-block-end:9px;border-block-end:2px solid var(--i);font:600 18px/1.2 var(--h)}.wn-items{list-style:none}.wn-item{padding-block:12px;border-block-end:1px solid var(--r)}.wn-item:last-child{border-block-end:0}.wn-item::after{content:"";display:block;clear:both}.wn-title{display:block;font:600 17px/1.28 var(--h);text-wrap:balance}.wn-note{display:block;color:var(--a);font-weight:600;font-size:13px}.wn-sum{margin-block-start:4px;font:400 15px/1.45 var(--h);color:var(--q)}.wn-meta,.wn-back,.wn-pager,.wn-more,.wn-credit,.wn-empty{margin-block-start:4px;font-size:13px;color:var(--q);font-variant-numeric:tabular-nums}.wn-back{padding-block:8px}.wn-empty{padding-block:12px;font-size:15px}.wn-pager{display:flex;justify-content:space-between;gap:20px;padding-block:8px;border-block-start:1px solid var(--r)}.wn-pager>:only-child{margin-inline-start:auto}.wn-pager>:first-child:not(:last-child){margin-inline-start:0}.wn button{padding:4px 0;border:0;background:none;color:inherit;font:inherit;text-decoration:underline;text-underline-offset:.16em;cursor:pointer}.wn-pager a{padding:4px 0}.wn-map{display:block;inline-size:100%;block-size:auto;background:var(--r);margin-block-end:10px}.wn-pic-start .wn-map,.wn-pic-end .wn-map{display:none}.wn-pic-top.wn-small .wn-map{inline-size:50%}.wn-pic-top.wn-large .wn-map{inline-size:100%}.wn-list.wn-pic-top.wn-large .wn-map{inline-size:calc(100% + 40px);max-inline-size:none;margin-inline:-20px}@container wn (min-width:320px){.wn-pictured{--w:108px}.wn-small .wn-pictured{--w:72px}.wn-large .wn-pictured{--w:150px}.wn-pic-start .wn-map,.wn-pic-end .wn-map{display:block;inline-size:var(--w);max-inline-size:none;margin:3px 0 4px}.wn-pic-end .wn-pictured{padding-inline-end:calc(var(--w) + 16px)}.wn-pic-end .wn-map{float:inline-end;margin-inline-end:calc(-1*var(--w) - 16px)}.wn-pic-start .wn-pictured{padding-inline-start:calc(var(--w) + 16px)}.wn-pic-start .wn-map{float:inline-start;margin-inline-start:calc(-1*var(--w) - 16px)}}@container wn (min-width:460px){.wn-cards .wn-items{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:0 26px;padding-block-start:16px}.wn-cards .wn-item{padding-block:0 16px;border:0}}.wn-compact{padding:12px 14px 10px}.wn-compact .wn-item{padding-block:7px}.wn-compact .wn-title{font-size:15px}.wn-compact .wn-sum{font-size:14px;line-height:1.35;margin-block-start:2px}.wn-compact .wn-meta{margin-block-start:1px}.wn-text{padding-block-end:12px;font-size:17px;line-height:1.5}.wn-text>:not(.wn-meta,.wn-more,.wn-note){font-family:var(--h)}.wn-text>*{margin-block-start:10px}.wn-text .wn-title{font-size:22px;line-height:1.2}.wn-text .wn-meta,.wn-text .wn-more,.wn-text .wn-note{font-size:13px}.wn-text h3,.wn-text h4,.wn-text h5,.wn-text h6{font:600 17px/1.3 var(--h)}.wn-text ul,.wn-text ol{padding-inline-start:22px}.wn-text blockquote{padding-inline-start:16px;border-inline-start:3px solid var(--r)}.wn-text hr{border:0;border-block-start:1px solid var(--r)}.wn-credit{padding-block-start:9px;border-block-start:1px solid var(--r)}.wn .wn-mark{font:600 15px/1 var(--h);color:var(--i)}.wn-mark::after{content:"";display:inline-block;inline-size:.45em;block-size:2px;margin-inline:.18em .3em;vertical-align:.24em;background:var(--a)}@container wn (max-width:240px){.wn-head{font-size:16px}.wn-title{font-size:15px}.wn-item .wn-sum{display:none}}@media(forced-colors:active){.wn-mark::after{background:CanvasText}}@media print{.wn{background:none;color:#000;padding-inline:0}}`;

  // Objects without a prototype: a page may have meddled with everybody's.
  const plain = values => Object.assign(Object.create(null), values);
  const safe = url => /^https?:\/\//.test(url) ? url : site;
  const kinds = plain({ headlines: 1, cards: 1, story: 1 });
  const tags = plain({ p: 1, h2: 1, h3: 1, h4: 1, h5: 1, h6: 1, ul: 1, ol: 1, li: 1, blockquote: 1, em: 1, strong: 1, br: 1, hr: 1, a: 1 });

  let sheet = null;
  const style = root => {
    try {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(css);
      root.adoptedStyleSheets = [sheet];
    } catch {
      root.appendChild(document.createElement('style')).textContent = css;
    }
  };

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    if (attributes) {
      const names = Object.keys(attributes);
      for (let i = 0; i < names.length; i++) {
        const value = attributes[names[i]];
        if (value !== null && value !== undefined && value !== false) element.setAttribute(names[i], value);
      }
    }
    for (let i = 0; i < children.length; i++) if (children[i] !== null && children[i] !== '') element.append(children[i]);
    return element;
  };
  const link = (text, url, name) => make('a', { class: name, href: safe(url), target: '_blank', rel: 'noopener' }, text);

  // Colours as the server reads them, so that frame and element look alike.
  const colour = text => {
    const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text || '');
    if (!hex) return null;
    const digits = hex[1].length === 3 ? hex[1].replace(/./g, '$&$&') : hex[1], parts = [];
    for (let i = 0; i < 6; i += 2) parts.push(parseInt(digits.slice(i, i + 2), 16));
    return parts;
  };
  const luminance = parts => {
    let sum = 0;
    for (let i = 0; i < 3; i++) {
      const share = parts[i] / 255;
      sum += [0.2126, 0.7152, 0.0722][i] * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
    }
    return sum;
  };
  const ratio = (one, two) => {
    const a = luminance(one), b = luminance(two);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const mixed = (one, two, parts) => {
    const sum = [];
    for (let i = 0; i < 3; i++) sum.push(one[i] + Math.trunc((two[i] - one[i]) * parts / 20));
    return sum;
  };
  const isDark = ground => ratio(ground, [255, 255, 255]) > ratio(ground, [0, 0, 0]);
  const readable = (one, ground) => {
    const end = isDark(ground) ? [255, 255, 255] : [0, 0, 0];
    for (let step = 0; step < 20; step++) {
      const tried = mixed(one, end, step);
      if (ratio(tried, ground) >= 4.5) return tried;
    }
    return end;
  };
  const schemes = [['l', 'ffffff', '171b24', 'a3201d'], ['d', '171c24', 'f0ece3', 'f29583']];
  const paint = (element, chosenInk, chosenPaper, chosenAccent) => {
    if (!chosenInk && !chosenPaper && !chosenAccent) return;
    for (let i = 0; i < 2; i++) {
      const paper = chosenPaper || colour(schemes[i][1]), usual = chosenPaper ? schemes[isDark(chosenPaper) ? 1 : 0] : schemes[i];
      const ink = readable(chosenInk || colour(usual[2]), paper);
      const all = ['p', paper, 'i', ink, 'q', readable(mixed(ink, paper, 6), paper), 'r', mixed(ink, paper, 16), 'a', readable(chosenAccent || colour(usual[3]), paper)];
      for (let j = 0; j < all.length; j += 2) element.style.setProperty('--' + all[j] + schemes[i][0], 'rgb(' + all[j + 1].join() + ')');
    }
  };

  let fonts = false;
  const loadFonts = urls => {
    if (fonts) return;
    fonts = true;
    const faces = ['Worthy Newsreader', urls.serif, 'Worthy Instrument', urls.sans];
    for (let i = 0; i < 4; i += 2) {
      const face = new FontFace(faces[i], 'url("' + safe(faces[i + 1]) + '")', plain({ weight: '400 700', display: 'swap' }));
      document.fonts.add(face);
      face.load().catch(() => {});
    }
  };

  const ask = async url => {
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), WAIT);
    try {
      const answer = await fetch(url, plain({ method: 'GET', mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', signal: stop.signal, cache: 'default', redirect: 'follow' }));
      if (!answer.ok) return null;
      const text = await answer.text(), data = JSON.parse(text);
      return data.format === 1 ? plain({ text, data }) : null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  };

  class WorthyNews extends HTMLElement {
    static get observedAttributes() {
      return ['kind', 'from', 'story', 'count', 'pager', 'hard', 'heading', 'summaries', 'times', 'pictures', 'size', 'open', 'level', 'density', 'theme', 'ink', 'paper', 'accent', 'font', 'language'];
    }

    #trail = [];      // of pages, the one that is shown last
    #reading = null;  // the id of the story that is read
    #shown = null;    // what was shown last, and when it came
    #timer = 0; #seer = null; #near = false;
    #asked = 0; #turning = false; #changed = false; #lang = '';
    #hears = event => this.#hear(event);
    #wakes = () => { if (document.visibilityState === 'visible' && !this.#turning) this.#load(); };
    #returns = event => { if (event.persisted) this.#wakes(); };

    connectedCallback() {
      addEventListener('message', this.#hears);
      addEventListener('pageshow', this.#returns);
      document.addEventListener('visibilitychange', this.#wakes);
      this.#seer = new IntersectionObserver(entries => {
        const was = this.#near;
        this.#near = entries[entries.length - 1].isIntersecting;
        if (this.#near && !was) this.#load();
      }, plain({ rootMargin: '600px' }));
      this.#seer.observe(this);
      this.#timer = setInterval(this.#wakes, POLL);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hears);
      removeEventListener('pageshow', this.#returns);
      document.removeEventListener('visibilitychange', this.#wakes);
      this.#seer.disconnect();
      clearInterval(this.#timer);
      this.#near = false;
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.isConnected || !this.#seer) return;
      this.#trail = []; this.#reading = null;
      if (this.#shown) this.#shown.text = '';
      if (this.#changed) return;
      this.#changed = true;      // several at once are one question
      queueMicrotask(() => { this.#changed = false; this.#load(); });
    }

    #is(name, value) { return (this.getAttribute(name) || '').trim() === value; }

    get #kind() { const kind = (this.getAttribute('kind') || '').trim(); return kinds[kind] ? kind : 'headlines'; }

    #address() {
      const query = new URLSearchParams(), one = this.#kind === 'story';
      if (this.#reading || one) query.set('story', this.#reading || this.getAttribute('story') || '');
      const names = this.#reading || one ? ['language'] : ['from', 'count', 'language', 'hard'];
      for (let i = 0; i < names.length; i++) {
        const value = (this.getAttribute(names[i]) || '').trim();
        if (value && !(names[i] === 'count' && value === '5') && !(names[i] === 'from' && value === 'all')) query.set(names[i], value);
      }
      if (this.#reading && this.#lang && !query.has('language')) query.set('language', this.#lang);
      if (this.#reading) query.set('text', 'yes');
      else if (this.#trail.length) return this.#trail[this.#trail.length - 1];
      const text = query.toString();
      return site + '/embed/' + (this.#reading || one ? 'story' : 'headlines') + '.json' + (text ? '?' + text : '');
    }

    async #load(turn) {
      if (!this.#near && !turn) return;
      const mine = ++this.#asked, answer = await ask(this.#address());
      if (mine !== this.#asked || !this.isConnected) return;
      if (answer) {
        const isNew = !this.#shown || this.#shown.text !== answer.text;
        this.#shown = plain({ text: answer.text, at: Date.now() });
        if (!this.#reading) this.#lang = answer.data.lang;
        if (isNew || turn) this.#show(answer.data, turn);
      } else if (turn) {
        turn();      // it did not come: what stands there stands
      } else if (!this.#shown) {
        const frame = this.querySelector('iframe');
        if (frame && frame.contentWindow) frame.contentWindow.postMessage({ worthyNews: 0 }, '*');
      } else if (Date.now() - this.#shown.at > BLIND) {
        // We cannot know what was put right since; the links stand.
        this.#shown = null;
        const frame = this.querySelector('iframe');
        if (frame) frame.style.setProperty('display', 'none');
        this.shadowRoot.replaceChildren(document.createElement('slot'));
      }
    }

    async #turn(change) {
      const trail = this.#trail.slice(), reading = this.#reading;
      change();
      this.#turning = true;
      await this.#load(() => { this.#trail = trail; this.#reading = reading; });
      this.#turning = false;
    }

    #show(data, turn) {
      let root = this.shadowRoot;
      const held = root ? 0 : this.#held();
      const focused = root && root.activeElement ? root.activeElement.getAttribute('data-key') : null;
      if (!root) {
        root = this.attachShadow(plain({ mode: 'open' }));
        style(root);
      }
      if (this.#is('font', 'ours')) loadFonts(data.fonts);
      const article = this.#article(data);
      root.replaceChildren(article);
      if (held) fit(article, held);
      const next = turn ? root.querySelector('[data-start]') : focused ? root.querySelector('[data-key="' + CSS.escape(focused) + '"]') : null;
      if (next) next.focus();
    }

    // Where it is seen already, what stands below it must not jump.
    #held() {
      const frame = this.querySelector('iframe'), box = this.getBoundingClientRect();
      return frame && box.height > 60 && box.top < innerHeight && box.bottom > 0 ? box.height : 0;
    }

    #article(data) {
      const kind = this.#kind, level = /^[2-6]$/.test(this.getAttribute('level')) ? this.getAttribute('level') : '3';
      const picture = (this.getAttribute('pictures') || '').trim(), size = (this.getAttribute('size') || '').trim(), theme = (this.getAttribute('theme') || '').trim();
      const shows = /^(none|start|end|top)$/.test(picture) ? picture : kind === 'headlines' ? 'end' : 'top';
      const text = this.#reading ? data.text : null, hasName = !this.#is('heading', 'no') && kind !== 'story' && !text;
      const article = make('article', {
        class: 'wn wn-' + (kind === 'headlines' ? 'list' : 'cards') + ' wn-pic-' + shows + ' wn-' + (/^(small|large)$/.test(size) ? size : 'medium')
          + (this.#is('density', 'compact') ? ' wn-compact' : '') + (this.#is('font', 'ours') ? ' wn-ours' : '') + (text ? ' wn-reading' : ''),
        lang: data.lang, dir: data.dir, 'data-theme': /^(light|dark)$/.test(theme) ? theme : 'auto',
        'aria-labelledby': hasName ? 'wn-name' : null, 'aria-label': hasName ? null : data.title
      });
      paint(article, colour(this.getAttribute('ink')), colour(this.getAttribute('paper')), colour(this.getAttribute('accent')));
      if (hasName) article.append(make('h' + level, { class: 'wn-head', id: 'wn-name', tabindex: -1, 'data-start': '' }, data.title));
      const back = () => this.#back(data);
      if (text) article.append(back(), this.#text(data, text, level));
      else if (data.notice || !data.stories.length) {
        if (this.#reading) article.append(back());
        article.append(make('p', { class: 'wn-empty' }, data.notice || data.words.empty, ' ', link(data.words.everything, data.everything)));
      } else {
        const list = make('ol', { class: 'wn-items', tabindex: hasName ? null : -1, 'data-start': hasName ? null : '' });
        for (let i = 0; i < data.stories.length; i++) list.append(this.#item(data, data.stories[i], shows));
        article.append(list);
        if (this.#is('pager', 'yes')) this.#pager(article, data);
      }
      article.append(make('p', { class: 'wn-credit' }, link(data.site, data.home, 'wn-mark'), ' ', data.words.free, ' ', link(data.words.get, data.plugins)));
      return article;
    }

    #item(data, story, shows) {
      const picture = shows === 'none' ? null : story.picture, isOther = story.lang !== data.lang;
      const title = link(story.headline, story.url, 'wn-title');
      title.setAttribute('data-key', story.id);
      if (this.#is('open', 'here') && story.mayRead) {
        title.removeAttribute('target');
        title.addEventListener('click', event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.#turn(() => { this.#reading = story.id; });
        });
      }
      return make('li', { class: picture ? 'wn-item wn-pictured' : 'wn-item', lang: isOther ? story.lang : null, dir: isOther ? story.dir : null },
        picture ? make('img', { class: 'wn-map', src: safe(picture.src), width: picture.width, height: picture.height, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' }) : null,
        title,
        story.note ? make('span', { class: 'wn-note', lang: data.lang }, story.note) : null,
        this.#is('summaries', 'no') || !story.summary ? null : make('p', { class: 'wn-sum' }, story.summary),
        this.#is('times', 'no') ? null : this.#meta(data, story, ''));
    }

    #meta(data, story, byline) {
      return make('p', { class: 'wn-meta' },
        byline ? make('span', null, byline + ' · ') : null,
        story.place ? make('span', null, story.place + ' · ') : null,
        make('time', { lang: data.lang, datetime: story.at }, story.when));
    }

    #text(data, text, level) {
      const story = data.stories[0], div = make('div', { class: 'wn-text', lang: story.lang, dir: story.dir },
        make('h' + level, { class: 'wn-title', tabindex: -1, 'data-start': '' }, story.headline),
        story.note ? make('span', { class: 'wn-note', lang: data.lang }, story.note) : null,
        this.#meta(data, story, text.byline));
      grow(div, text.body, 0, Math.min(6, +level + 1));
      div.append(make('p', { class: 'wn-more', lang: data.lang }, link(data.words.read, story.url)));
      return div;
    }

    #back(data) {
      return make('p', { class: 'wn-back' }, press(data.words.back, 'back', () => this.#turn(() => { this.#reading = null; })));
    }

    #pager(article, data) {
      const older = data.older && data.older.startsWith(site + '/embed/') ? press(data.words.older, 'older', () => this.#turn(() => { this.#trail.push(data.older); })) : null;
      const newer = this.#trail.length ? press(data.words.newer, 'newer', () => this.#turn(() => { this.#trail.pop(); })) : null;
      if (older || newer) article.append(make('p', { class: 'wn-pager' }, newer, older));
    }

    // Our frame stands here while the data does not come: it tells how tall it is.
    #hear(event) {
      const data = event.data;
      if (this.#shown || !data || data.worthyNews !== 1 || !(data.height >= 40 && data.height <= 8000)) return;
      const frames = this.querySelectorAll('iframe');
      for (let i = 0; i < frames.length; i++) {
        if (frames[i].contentWindow === event.source && (event.origin === 'null' || event.origin === site)) frames[i].setAttribute('height', Math.ceil(data.height));
      }
    }
  }

  const press = (text, key, act) => {
    const button = make('button', { type: 'button', 'data-key': key }, text);
    button.addEventListener('click', act);
    return button;
  };

  // A text as data: a string, or a list of name, attribute and content.
  const grow = (parent, nodes, from, level) => {
    for (let i = from; i < nodes.length; i++) {
      const node = nodes[i];
      if (typeof node === 'string') parent.append(node);
      else if (tags[node[0]]) {
        const name = /^h\d$/.test(node[0]) ? 'h' + level : node[0];
        const element = name === 'a' ? make('a', { href: /^(https?:\/\/|mailto:)/.test(node[1]) ? node[1] : null, target: '_blank', rel: 'noopener' }) : make(name, name === 'ol' ? { start: node[1] } : null);
        grow(element, node, 2, level);
        parent.append(element);
      }
    }
  };

  // Copyfitting: what is too long loses its summaries from the last up; what is left over goes between the stories.
  const fit = (article, height) => {
    article.style.setProperty('min-height', height + 'px');
    article.style.setProperty('display', 'flex');
    article.style.setProperty('flex-direction', 'column');
    article.lastChild.style.setProperty('margin-top', 'auto');
    const summaries = article.querySelectorAll('.wn-item .wn-sum'), isLong = () => article.getBoundingClientRect().height > height + 1;
    for (let i = summaries.length - 1; i >= 0 && isLong(); i--) summaries[i].style.setProperty('display', 'none');
    // No use: then it is whole.
    if (isLong()) for (let i = 0; i < summaries.length; i++) summaries[i].style.removeProperty('display');
  };

  customElements.define('worthy-news', WorthyNews);
})();

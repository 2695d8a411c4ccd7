/* Search box and results. The index, the words and the HTML are described in generator/search.py. ES2017, no dependencies. */
(() => {
  "use strict";

  /* ---- matching: pure functions ---- */

  const EXACT = 100, MEANT = 92, PREFIX = 90, TITLE = 80, ALIAS = 70, HIDDEN = 60, WORDS = 50;
  const ORDERED = 40, SOUND = 38, EVERY = 30, PARTIAL = 10, ASKED = 5; // ASKED comes off where question words had to be dropped
  const CODE = 4; // so many characters of an item code are told from other numbers
  const STRONG = WORDS - ASKED; // from here on the query stands in the entry as typed
  const DROPPED = /[\0-\t\v-/:-`{-\u00bf\u02b0-\u036f\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u30fb\ufe00-\ufe6f\uff00-\uff65]+/g;

  const fold = text => text.normalize("NFKC").toLowerCase().replace(/ü/g, "v").replace(DROPPED, "");
  const lines = text => text ? text.split("\n") : [];
  const has = (text, part) => text.indexOf(part) >= 0;

  const prepare = data => ({
    entries: data.entries.map((row, order) => {
      const names = fold(row[1] + "\n" + (row[7] || "")).replace(/\n$/, ""), hidden = fold(row[8] || "");
      const window = data.words[row[5]] || "", words = (row[6] || []).map(number => data.words[number]);
      const text = [names, hidden, fold([window, ...words].join("\n"))].join("\n");
      return {
        kind: data.kinds[row[0]][0], kindOrder: row[0], title: row[1], url: data.kinds[row[0]][1] + row[2], pinyin: row[3],
        summary: row[4] || "", window, aliases: lines(row[7]), note: row[9] || "", abolished: row[10] || 0, itemCodes: lines(row[11]), order,
        names: lines(names), hidden: lines(hidden), text, all: text + "\n" + (row[4] || ""),
      };
    }),
    stops: new RegExp(data.stops.join("|"), "g"),
    edges: new RegExp(`^[${data.edges[0]}]+|[${data.edges[1]}]+$`, "g"),
  });

  const form = (parts, cost) => {
    const pairs = new Set(), text = parts.join("");
    parts.forEach(part => { for (let i = 1; i < part.length; i++) pairs.add(part.substr(i - 1, 2)); });
    return { text, chars: text.split(""), pairs: [...pairs], cost };
  };

  /* The query as typed and, where that differs, what is left of it without question words. */
  const read = (index, query) => {
    const parts = query.slice(0, 60).split(/\s/).map(fold).filter(Boolean);
    const left = parts.join(" ").replace(index.stops, " ").split(" ")
      .map(part => part.replace(index.edges, "") || (part.length > 1 ? part : "")).filter(Boolean);
    const forms = parts.length ? [form(parts, 0)] : [];
    if (left.length && left.join("") !== forms[0].text) forms.push(form(left, ASKED));
    return forms;
  };

  const inOrder = (name, chars) => {
    let at = -1;
    return chars.every(char => (at = name.indexOf(char, at + 1)) >= 0);
  };

  /* The item code that is the text or begins with it. */
  const codeOf = (entry, text) => /^[0-9a-z]+$/.test(text) && entry.itemCodes.find(code =>
    fold(code) === text || (text.length >= CODE && fold(code).indexOf(text) === 0));

  /* [score, distance]: how well the text stands in the entry; 0 for not at all. */
  const ladder = (entry, query) => {
    const text = query.text, code = codeOf(entry, text);
    let best = [0, 0];
    if (code) return [fold(code) === text ? EXACT : PREFIX, code.length];
    if (has(entry.text, text)) {
      entry.names.forEach((name, i) => {
        const at = name.indexOf(text), level = name === text ? EXACT : at === 0 ? PREFIX : i ? ALIAS : TITLE;
        if (at >= 0 && level > best[0]) best = [level, name.length + (i && 0.5)];
      });
      if (has(entry.hidden, text)) best = [Math.max(best[0], MEANT), 0];
      if (best[0]) return best;
      const term = entry.hidden.find(hidden => has(hidden, text));
      return term ? [HIDDEN, term.length] : [WORDS, 0];
    }
    if (!query.chars.every(char => has(entry.text, char))) return best;
    const name = entry.names.find(each => inOrder(each, query.chars));
    return name ? [ORDERED, name.length] : [EVERY, entry.names[0].length];
  };

  /* Patterns over "di'bao": full pinyin from any syllable on, then initials, then both mixed ("dbao"). */
  const typed = text => {
    const join = mark => text.split("").join(mark);
    const full = join("'?"), initials = join("[a-z]*'"), long = text.length < 2 || text.length > 16;
    const patterns = [`^${full}$`, `^${full}`, `(?:^|')${full}`];
    if (!long) patterns.push(`^${initials}[a-z]*$`, `^${initials}`, `'${initials}`, `(?:^|')${join("(?:[a-z]*')?")}`);
    return /^[a-z0-9]+$/.test(text) ? patterns.map(pattern => new RegExp(pattern, "m")) : [];
  };

  /* The last pattern matches whatever any of them matches. */
  const firstHit = (patterns, text) =>
    patterns[patterns.length - 1].test(text) ? SOUND - patterns.findIndex(pattern => pattern.test(text)) : 0;

  /* From the homophone table: an entry spelt out with its hidden terms, the same as one private character a syllable,
     and a query as a pattern over those characters. */
  const sounds = table => {
    const codes = {}, first = {}, readings = {};
    let next = 0xe000;
    const code = syllable => codes[syllable] || (codes[syllable] = String.fromCharCode(next++));
    [table.first, table.more].forEach(part => Object.keys(part).forEach(syllable => {
      for (const char of part[syllable]) {
        first[char] = first[char] || syllable;
        readings[char] = (readings[char] || "") + code(syllable);
      }
    }));
    const each = (text, change) => text.split("").map(change);
    const spell = entry => entry.spelt || (entry.spelt = [entry.pinyin, ...entry.hidden.map(term =>
      each(term, char => first[char] || char).join("'"))].join("\n"));
    const line = entry => entry.codes || (entry.codes = [...entry.pinyin.split("\n").map(name =>
      name.split("'").map(code).join("")), ...entry.hidden.map(term => each(term, char => code(first[char] || char)).join(""))].join("\n"));
    const pattern = text => text.split("").map(char => `[${readings[char] || code(char)}]`).join("");
    return { spell, line, pattern };
  };

  /* Entries that share pairs of characters with a question; rare pairs weigh more. A pair that nobody writes may be heard. */
  const partial = (entries, query, hearing) => {
    const pairs = query.pairs, none = pairs.map(() => 0), count = none.slice(), hits = new Map();
    const collect = (wanted, patterns, textOf, worth) => {
      const any = new RegExp(patterns.join("|"));
      if (wanted.length) entries.forEach(entry => {
        const text = textOf(entry);
        if (!any.test(text)) return;
        const hit = hits.get(entry) || none.slice();
        hits.set(entry, hit);
        for (const i of wanted) {
          const value = worth(entry, text, i);
          if (value) count[i]++;
          hit[i] = hit[i] || value;
        }
      });
    };
    const at = (entry, text, i) => {
      const place = text.indexOf(pairs[i]);
      return place < 0 ? 0 : place < entry.text.length ? 1 : 0.4;
    };
    collect(pairs.map((pair, i) => i), pairs, entry => entry.all, at);
    if (hearing) {
      const patterns = pairs.map(hearing.pattern), tests = patterns.map(pattern => new RegExp(pattern));
      const unwritten = pairs.map((pair, i) => i).filter(i => !count[i]);
      collect(unwritten, unwritten.map(i => patterns[i]), hearing.line, (entry, line, i) => tests[i].test(line) && 0.8);
    }
    const weights = count.map(times => Math.log(2 + entries.length / (1 + times)));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const found = [];
    hits.forEach((hit, entry) => {
      const share = hit.reduce((sum, value, i) => sum + value * weights[i], 0) / all;
      found.push({ entry, score: PARTIAL * (1 + share), fine: entry.names[0].length });
    });
    const best = found.sort((a, b) => b.score - a.score).slice(0, 200); // looking further costs time and finds noise
    best.forEach(item => { // a whole name or term inside the question
      const named = [item.entry.names, item.entry.hidden].some(terms => terms.some(term => term[1] && has(query.text, term)));
      item.score = Math.min(2 * PARTIAL, item.score + (named ? PARTIAL / 2 : 0));
    });
    const most = best.reduce((high, item) => Math.max(high, item.score), 0);
    return best.filter(item => item.score >= (PARTIAL + most) / 2);
  };

  /* Of good answers, an abolished one stands first only where it was named exactly. */
  const worth = item => item.score - (item.entry.abolished && item.score >= STRONG && item.score < EXACT - ASKED ? 35 : 0);
  const better = (a, b) => worth(b) - worth(a) || a.entry.abolished - b.entry.abolished ||
    a.entry.kindOrder - b.entry.kindOrder || a.fine - b.fine || a.entry.order - b.entry.order;

  /* Every entry that answers the query, best first. Sounds are heard only where the text itself finds nothing good. */
  const rank = (index, query, hearing) => {
    const forms = read(index, query), pinyin = forms.length ? typed(forms[0].text) : [], best = new Map();
    const offer = (entry, score, fine) => {
      const old = best.get(entry);
      if (score > (old ? old.score : 0)) best.set(entry, { entry, score, fine });
    };
    forms.forEach(each => index.entries.forEach(entry => {
      const [score, fine] = ladder(entry, each);
      if (score) offer(entry, score - each.cost, fine);
    }));
    if (pinyin.length) index.entries.forEach(entry => 
      offer(entry, firstHit(pinyin, hearing ? hearing.spell(entry) : entry.pinyin), entry.names[0].length));
    let found = [...best.values()];
    if (found.some(item => item.score >= STRONG)) {
      found = found.filter(item => item.score > EVERY);
    } else if (forms.length && !pinyin.length) {
      forms.filter(each => hearing && each.chars.length > 1).forEach(each => {
        const sound = hearing.pattern(each.text), patterns = [`^${sound}$`, `^${sound}`, sound].map(one => new RegExp(one, "m"));
        index.entries.forEach(entry => offer(entry, firstHit(patterns, hearing.line(entry)), entry.names[0].length));
      });
      partial(index.entries, forms[forms.length - 1], hearing).forEach(item => offer(item.entry, item.score, item.fine));
      found = [...best.values()];
    }
    return found.sort(better);
  };

  const wantsSounds = (results, query) => {
    const text = fold(query), enough = /^[a-z]+$/.test(text) ? SOUND : STRONG;
    return /[\u3400-\u9fff]{2}|^[a-z]{2,}$/.test(text) && !(results.length && results[0].score >= enough);
  };

  window.gongshiSearch = { prepare, rank, sounds, fold, wantsSounds };

  /* ---- the page ---- */

  const script = document.getElementById("gs-search-words"), words = script ? JSON.parse(script.textContent) : {};
  const say = (key, values) => (words[key] || "").replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const loads = {};

  const load = (url, use) => loads[url] || (loads[url] = fetch(url).then(answer => {
    if (!answer.ok) throw new Error(url);
    return answer.json();
  }).then(data => (loads[url].value = use(data))).catch(() => { delete loads[url]; }));

  const make = (parent, tag, name, text) => {
    const node = parent.appendChild(document.createElement(tag));
    if (name) node.className = "gs-" + name;
    if (text) node.textContent = text;
    return node;
  };

  /* Write text into a node with what answers the query in <mark>. */
  const highlight = (node, text, forms) => {
    const chars = Array.from(text), owners = [], hit = [];
    const plain = chars.map((char, i) => fold(char).replace(/[^]/g, unit => { owners.push(i); return unit; })).join("");
    const last = forms[forms.length - 1];
    const pieces = [...forms.map(each => [each.text]), last.pairs, last.chars].find(some => some.some(piece => has(plain, piece)));
    (pieces || []).forEach(piece => {
      for (let at = plain.indexOf(piece); at >= 0; at = plain.indexOf(piece, at + 1)) {
        for (let i = 0; i < piece.length; i++) hit[owners[at + i]] = true;
      }
    });
    for (let i = 0, from = 0; i < chars.length; from = i) {
      while (i < chars.length && !hit[i] === !hit[from]) i++;
      const part = chars.slice(from, i).join("");
      if (hit[from]) make(node, "mark", "", part); else node.appendChild(document.createTextNode(part));
    }
  };

  const describe = (node, entry, forms) => {
    const within = name => forms.some(each => has(fold(name), each.text));
    const alias = within(entry.title) ? "" : entry.aliases.find(within);
    highlight(make(node, "span", "search-title"), entry.title, forms);
    const code = forms[0] && codeOf(entry, forms[0].text);
    if (code) highlight(make(node, "span", "search-alias"), say("code", { code }), forms);
    if (alias) highlight(make(node, "span", "search-alias"), say("also", { alias }), forms);
    if (entry.note) make(node, "span", "search-note", entry.note);
    make(node, "span", "search-kind", [words[entry.kind], entry.window && say("window", entry)].filter(Boolean).join(" · "));
    if (entry.summary) make(node, "span", "search-summary", entry.summary);
  };

  /* Call show(results, forms) for a query; again when the sounds have arrived, if the query still stands. */
  const search = (node, query, stands, show) => load(node.dataset.index, prepare).then(index => {
    if (!stands()) return;
    if (!index) return show(null);
    const url = node.dataset.homophones, answer = hearing => {
      const results = rank(index, query, hearing);
      show(results, read(index, query));
      return results;
    };
    const heard = loads[url] && loads[url].value;
    if (heard || !wantsSounds(answer(), query)) return heard && answer(heard);
    load(url, sounds).then(hearing => { if (hearing && stands()) answer(hearing); });
  });

  /* Run once a frame on typing, never in the middle of a composition. */
  const onTyping = (input, run) => {
    let composing = false, frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => { if (!composing) run(); });
    };
    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => { composing = false; soon(); });
    input.addEventListener("input", soon);
  };

  const combobox = (node, number) => {
    const input = node.querySelector("[name=q]"), base = node.dataset.base || "", limit = +node.dataset.limit || 8;
    const list = make(node, "ul", "search-list"), status = make(node, "div", "search-status");
    let options = [], active = -1, answered = "";
    list.id = "gs-search-list-" + number;
    list.hidden = true;
    const set = (target, attributes) => Object.keys(attributes).forEach(key => target.setAttribute(key, attributes[key]));
    set(list, { role: "listbox", "aria-label": words.list });
    set(status, { role: "status", "aria-live": "polite" });
    set(input, {
      role: "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false",
      "aria-controls": list.id, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
    });
    const activate = to => {
      options.forEach((option, i) => option.node.setAttribute("aria-selected", String(i === to)));
      active = to;
      if (to < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", options[to].node.id);
      options[to].node.scrollIntoView({ block: "nearest" });
    };
    const open = shown => {
      list.hidden = !shown;
      input.setAttribute("aria-expanded", String(shown));
      activate(-1);
    };
    const add = (name, act) => {
      const item = make(list, "li", name);
      set(item, { role: "option", id: `${list.id}-${options.length}`, "aria-selected": "false" });
      item.addEventListener("click", act);
      options.push({ node: item, act });
      return item;
    };
    const show = (results, forms) => {
      list.textContent = "";
      options = [];
      answered = input.value;
      (results || []).slice(0, limit).forEach(result => {
        const go = () => location.assign(base + result.entry.url), item = add("search-option", go);
        options[options.length - 1].exact = result.score >= EXACT - ASKED;
        describe(item, result.entry, forms);
      });
      const n = options.length;
      if (n && results.length > n) {
        add("search-all", () => node.submit()).textContent = say("all", { n: results.length });
      }
      status.textContent = results ? say(n ? "suggestions" : "no_suggestions", { n }) : "";
      open(n > 0);
    };
    const run = () => {
      const query = input.value;
      if (fold(query)) return search(node, query, () => input.value === query, show);
      show(null);
    };
    onTyping(input, run);
    const begin = () => {
      load(node.dataset.index, prepare);
      if (input.value) run();
    };
    input.addEventListener("focus", begin);
    if (document.activeElement === input) begin(); // it was focused, and perhaps written in, before this came
    input.addEventListener("blur", () => open(false));
    list.addEventListener("mousedown", event => event.preventDefault()); // keeps the focus in the box
    input.addEventListener("keydown", event => {
      const key = event.key, shown = !list.hidden, last = options.length - 1;
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        if (!shown && options.length) open(true);
        if (options.length) activate(key === "ArrowDown" ? (active < last ? active + 1 : -1) : active < 0 ? last : active - 1);
      } else if ((key === "Home" || key === "End") && active >= 0) {
        activate(key === "Home" ? 0 : last);
      } else if (key === "Enter" && shown && (active >= 0 || answered === input.value && options[0].exact)) {
        options[Math.max(active, 0)].act();
      } else if (key === "Escape" && (shown || input.value)) {
        if (!shown) { input.value = ""; show(null); }
        open(false);
      } else return;
      event.preventDefault();
    });
  };

  const results = document.querySelector(".gs-results");

  const fill = (query, found, forms) => {
    const base = results.dataset.base || "", limit = +results.dataset.limit || 50, groups = {};
    const list = results.lastElementChild, status = results.firstElementChild, n = found ? found.length : 0;
    list.textContent = "";
    status.textContent = !fold(query) ? say("prompt") : !found ? say("failed") : say(n ? "count" : "none", { q: query, n });
    (found || []).forEach(result => (groups[result.entry.kind] = groups[result.entry.kind] || []).push(result.entry));
    Object.keys(groups).forEach(kind => {
      const section = make(list, "section", "results-group"), entries = groups[kind];
      make(section, "h2", "", say("group", { kind: words[kind], n: entries.length }));
      const items = make(section, "ol", "results-list");
      const add = entry => {
        const link = make(make(items, "li"), "a", "results-link");
        link.href = base + entry.url;
        describe(link, entry, forms);
      };
      entries.slice(0, limit).forEach(add);
      if (entries.length > limit) {
        const more = make(section, "button", "results-more", say("more", { n: entries.length - limit }));
        more.type = "button";
        more.addEventListener("click", () => { more.remove(); entries.slice(limit).forEach(add); });
      }
    });
    if (n || !fold(query)) return;
    const { phone, dial, browse } = results.dataset, help = make(list, "div", "results-none");
    if (found) make(help, "p", "", say("none_help"));
    if (browse) make(make(help, "p"), "a", "", say("browse")).href = base + browse;
    if (dial) make(make(help, "p"), "a", "", say("call", { phone })).href = "tel:" + dial;
  };

  const resultsPage = node => {
    const input = node && node.querySelector("[name=q]");
    let query = new URLSearchParams(location.search).get("q") || "";
    const run = () => fold(query) ? search(results, query, stands(query), (found, forms) => fill(query, found, forms)) : fill(query);
    const stands = asked => () => asked === query;
    results.textContent = "";
    make(results, "p", "results-count").setAttribute("role", "status");
    make(results, "div", "results-groups");
    run();
    if (!input) return;
    input.value = query;
    node.addEventListener("submit", event => { event.preventDefault(); input.blur(); });
    onTyping(input, () => {
      query = input.value;
      history.replaceState(history.state, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
      run();
    });
  };

  if (location.protocol === "file:") return; // no data can be fetched there; the form still submits
  const forms = [...document.querySelectorAll("form.gs-search")];
  const live = results && forms.find(node => "live" in node.dataset);
  forms.filter(node => node !== live).forEach(combobox);
  if (results) resultsPage(live);
})();

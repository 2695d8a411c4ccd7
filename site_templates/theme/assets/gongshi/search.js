/* The search box and the page of results, over matcher.js. Loaded by site.js when somebody goes to a box. The HTML:
   - <form class="gs-search" action role="search" data-base data-limit> with an <input name="q">: becomes a combobox. With
     data-live it drives the page of results instead.
   - <div class="gs-results" data-base data-phone data-dial data-browse data-failed data-limit>: all results of ?q=, below a
     <p class="gs-results-count"> that says what to write; and <div class="gs-all">, the list of all services, shown while
     nothing is asked.
   Parts of the index are scripts, so that all this works in a page opened from a folder. ES2017, no dependencies. */
(() => {
  "use strict";

  const gongshi = window.gongshi, matcher = gongshi.matcher, given = {};
  const HELPFUL = 80; // so many characters of a passage are shown
  let index = null, words = {};

  const say = (key, values) => (words[key] || "").replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const make = (parent, tag, name, text) => {
    const node = parent.appendChild(document.createElement(tag));
    if (name) node.className = "gs-" + name;
    if (text) node.textContent = text;
    return node;
  };

  const set = (node, attributes) => Object.keys(attributes).forEach(key => node.setAttribute(key, attributes[key]));

  /* ---- the parts of the index ---- */

  const fetched = (base, name) => gongshi.script(`${base}search/${name}.js`).then(() => gongshi.parts[name]);

  const names = base => index ? Promise.resolve(index) : fetched(base, "names").then(data => {
    words = data.say;
    index = index || matcher.prepare(data);
    return index;
  });

  /* A result without pages that there are not where it is shown. */
  const reachable = result => {
    ["answers", "mentions", "guesses"].forEach(tier => { result[tier] = result[tier].filter(item => gongshi.leads(item.entry.url)); });
    return result;
  };

  const missing = result => result.needs.filter(name => !given[name]);

  /* Call show(result) for a query, and again as parts of the index arrive that it needs, while the query still stands.
     deeply(result, small) says whether what the pages say is needed; `small` are other parts that it needs. */
  const ask = (base, query, deeply, stands, show) => names(base).then(() => {
    if (!stands()) return undefined;
    const result = reachable(matcher.find(index, query));
    const further = missing(result), small = further.filter(name => name === "sounds" || name === "codes");
    const wanted = deeply(result, small) ? further : small;
    show(result, wanted.length > 0);
    if (!wanted.length) return undefined;
    const take = name => fetched(base, name).then(data => {
      if (!given[name]) matcher.add(index, name, data);
      given[name] = true;
    }, () => { given[name] = true; });
    return Promise.all(wanted.map(take)).then(() => stands() ? ask(base, query, deeply, stands, show) : undefined);
  }, () => { if (stands()) show(null, false); });

  /* ---- results ---- */

  /* Write text into a node with what answers the query in <mark>. */
  const highlight = (node, text, asked) => {
    const chars = Array.from(text), owners = [], hit = [], has = piece => piece && plain.indexOf(piece) >= 0;
    const plain = chars.map((char, i) => matcher.fold(char).replace(/[^]/g, unit => { owners.push(i); return unit; })).join("");
    const pairs = form => Array.from(form, (char, i) => form.substr(i, 2)).filter(pair => pair.length > 1);
    const texts = asked.forms.map(form => form.text), wholes = texts.filter(has);
    const pieces = wholes.length ? wholes : [].concat(...texts.map(pairs)).filter(has);
    (pieces.length ? pieces : Array.from(asked.core)).forEach(piece => {
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

  /* The stretch of a passage around what was asked. */
  const excerpt = (text, asked) => {
    const places = asked.forms.map(form => text.indexOf(form.text.substr(0, 2))).filter(at => at >= 0);
    const from = Math.max(0, Math.min(places.length ? Math.min(...places) - 12 : 0, text.length - HELPFUL));
    return (from ? "…" : "") + text.substr(from, HELPFUL) + (from + HELPFUL < text.length ? "…" : "");
  };

  const reason = item => {
    if (item.means) return say("why_means", { word: item.means.split("=")[0], mean: item.means.split("=")[1] });
    if (item.why === "heard" || item.why === "slip") return say("why_" + item.why, item);
    if (item.why === "code") return say("code", { code: item.name });
    if (item.role === 1 && item.name) return say("also", { alias: item.name });
    return item.role === 2 && item.name ? say("why_hidden", item) : "";
  };

  const describe = (node, item, asked) => {
    const entry = item.entry, told = reason(item);
    highlight(make(node, "span", "search-title"), entry.title, asked);
    if (told) highlight(make(node, "span", "search-alias"), told, asked);
    if (entry.note) make(node, "span", "search-note", entry.note);
    if (item.passage) highlight(make(node, "span", "search-passage"), `${item.passage.label}${/[？！]$/.test(item.passage.label) ? "" : "："}${excerpt(item.passage.text, asked)}`, asked);
    make(node, "span", "search-kind", [words[entry.kind], entry.window && say("at_window", entry)].filter(Boolean).join(" · "));
    if (entry.summary && !item.passage) make(node, "span", "search-summary", entry.summary);
  };

  const hrefOf = (base, item) => gongshi.place(base, item.entry.url + (item.passage && item.passage.anchor ? "#" + item.passage.anchor : ""));

  const cardOf = result => !result.card ? null : result.card.card === "window" ? result.card.window : index.data.hall.cards[result.card.card] || null;

  /* On a card with hours whether it is open now, for as long as the card is shown; nothing where that is not known. */
  const openNow = (parent, base, card) => {
    if (!("hours" in card)) return;
    const said = make(parent, "span", "open");
    Promise.all([gongshi.part(`${base}visits.js`, "visits"), gongshi.script(gongshi.asset("opening.js"))]).then(([visits]) => {
      const table = card.hours in visits.windows ? visits.windows[card.hours] : visits.hall;
      const tell = () => {
        window.gongshiOpening.write(said, table, index.data.open);
        if (said.isConnected) setTimeout(tell, 30000);
      };
      tell();
    }, () => {});
  };

  const officeText = result => result.offices.map(office => say("office", office));

  /* ---- the box ---- */

  const onTyping = (input, run, close) => {
    let composing = false, frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => { if (!composing) run(); });
    };
    input.addEventListener("compositionstart", () => {
      composing = true;
      if (close) close();
    });
    input.addEventListener("compositionend", () => { composing = false; soon(); });
    input.addEventListener("input", soon);
  };

  const combobox = (form, number) => {
    const input = form.querySelector("[name=q]"), base = form.dataset.base || "", limit = +form.dataset.limit || 8;
    const list = make(form, "ul", "search-list"), status = make(form, "div", "search-status");
    let options = [], active = -1, answered = "";
    list.id = "gs-search-list-" + number;
    list.hidden = true;
    set(list, { role: "listbox", "aria-label": input.getAttribute("aria-label") || "" });
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
    const add = (name, key, act, exact) => {
      const item = make(list, "li", name);
      set(item, { role: "option", id: `${list.id}-${options.length}`, "aria-selected": "false" });
      item.addEventListener("click", act);
      options.push({ node: item, key, act, exact });
      return item;
    };
    const head = text => set(make(list, "li", "search-head", text), { role: "presentation" });
    const group = (heading, items, asked) => {
      const room = limit - options.length;
      if (!items.length || room < 1) return;
      if (heading) head(heading);
      items.slice(0, room).forEach(item => {
        const href = hrefOf(base, item), go = () => location.assign(gongshi.page(href));
        describe(add("search-option", href, go, item.score > 95), item, asked);
      });
    };
    const showCard = card => {
      const item = add("search-option", card, () => location.assign(gongshi.page(gongshi.place(base, card.url))));
      item.classList.add("gs-search-card");
      make(item, "span", "search-title", card.title);
      openNow(item, base, card);
      card.lines.slice(0, 3).forEach(line => make(item, "span", "search-summary", [line[0], line[1]].filter(Boolean).join("：")));
    };
    const clear = () => {
      list.textContent = "";
      options = [];
    };
    /* More may be found while somebody walks through the list: what was chosen stays so, until more is typed. */
    const show = (result, waiting) => {
      const chosen = active >= 0 ? options[active].key : null;
      clear();
      answered = input.value;
      if (!result) { status.textContent = ""; return open(false); }
      const card = cardOf(result), query = input.value.trim();
      if (card && result.cardFirst) showCard(card);
      const offices = () => officeText(result).forEach(text => head(text));
      if (result.officeFirst) offices();
      group("", result.answers, result.asked);
      if (card && !result.cardFirst) showCard(card);
      if (!result.answers.length) group(say("mentions"), result.mentions, result.asked);
      if (!result.answers.length && !result.mentions.length && !result.cardFirst) group(say("guesses"), result.guesses, result.asked);
      if (!result.officeFirst) offices();
      const n = options.length, all = result.answers.length + result.mentions.length + result.guesses.length;
      if (!n && !result.offices.length) head(waiting ? say("searching") : say("none", { q: query }));
      if (all > n || !n) add("search-all", "all", () => form.submit()).textContent = n ? say("all", { n: all }) : say("more_help");
      status.textContent = waiting && !n ? "" : say(n ? "suggestions" : "no_suggestions", { n });
      open(true);
      activate(options.findIndex(option => option.key === chosen));
    };
    const showUsed = () => names(base).then(() => {
      if (input.value || document.activeElement !== input || !index.data.used.length) return;
      clear();
      set(list, { "aria-label": say("list") });
      group(say("used"), index.data.used.map(at => ({ entry: index.entries[at], score: 0 })), { forms: [], core: "" });
      open(true);
    }, () => {});
    const run = () => {
      const query = input.value;
      const deeply = (result, small) => !small.length && !result.answers.length && !result.sure;
      if (matcher.fold(query)) return ask(base, query, deeply, () => input.value === query, show);
      clear();
      status.textContent = "";
      open(false);
      return showUsed();
    };
    input.addEventListener("input", () => activate(-1));
    onTyping(input, run, () => open(false));
    input.addEventListener("focus", run);
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
      } else if (key === "Enter" && shown && options.length && (active >= 0 || (answered === input.value && options[0].exact))) {
        options[Math.max(active, 0)].act();
      } else if (key === "Escape" && (shown || input.value)) {
        if (!shown) { input.value = ""; clear(); }
        open(false);
      } else return;
      event.preventDefault();
    });
    if (document.activeElement === input) run();
  };

  /* ---- the page of results ---- */

  const results = document.querySelector(".gs-results");

  /* Hours stay in one line, as on the pages (hours_parts in templates.py). */
  const unparted = (node, text) => text.split(/((?:上午|下午|中午|晚上)?\d{1,2}[:：]\d\d\s?[—–~～至到-]{1,2}\s?\d{1,2}[:：]\d\d)/).forEach((part, at) => {
    if (at % 2) make(node, "span", "unbroken", part); else node.appendChild(document.createTextNode(part));
  });

  const cardSection = (list, base, card) => {
    const section = make(list, "section", "results-card");
    make(make(section, "h2"), "a", "", card.title).href = gongshi.place(base, card.url);
    openNow(section, base, card);
    const facts = make(section, "dl", "table");
    card.lines.forEach(line => {
      make(facts, "dt", "", line[0]);
      const text = make(facts, "dd");
      if (line[2]) make(text, "a", "", line[1]).href = line[2].startsWith("tel:") ? line[2] : gongshi.place(base, line[2]);
      else unparted(text, line[1]);
    });
  };

  const tier = (list, base, heading, found, asked, limit) => {
    if (!found.length) return;
    const section = make(list, "section", "results-group");
    if (heading) make(section, "h2", "", heading);
    const items = make(section, "ol", "results-list");
    const add = item => {
      const link = make(make(items, "li"), "a", "results-link");
      link.href = hrefOf(base, item);
      describe(link, item, asked);
    };
    found.slice(0, limit).forEach(add);
    if (found.length <= limit) return;
    const more = make(section, "button", "results-more", say("more", { n: found.length - limit }));
    more.type = "button";
    more.addEventListener("click", () => { more.remove(); found.slice(limit).forEach(add); });
  };

  const help = (list, base) => {
    const { phone, dial, browse } = results.dataset, section = make(list, "div", "results-none");
    make(section, "p", "", say("none_help"));
    if (browse) make(make(section, "p"), "a", "", say("browse")).href = gongshi.place(base, browse);
    if (dial) make(make(section, "p"), "a", "", say("call", { phone })).href = "tel:" + dial;
    make(section, "p", "", say("office_help"));
  };

  /* What pages say is loaded when somebody asks for it, if names or a card answer already. */
  const offer = (list, further, look) => {
    const button = make(list, "button", "results-more", say("look"));
    button.type = "button";
    button.addEventListener("click", () => {
      const links = () => list.querySelectorAll(".gs-results-link"), before = links().length;
      button.disabled = true;
      button.textContent = say("searching");
      look().then(stands => {
        if (!stands) return;
        if (links()[before]) return links()[before].focus();
        const told = make(list, "p", "", say(further.every(name => index.given.has(name)) ? "no_mentions" : "lost"));
        set(told, { tabindex: "-1" });
        told.focus();
      });
    });
  };

  const fill = (query, result, waiting, look) => {
    const base = results.dataset.base || "", limit = +results.dataset.limit || 50, all = document.querySelector(".gs-all");
    const status = results.firstElementChild, list = results.lastElementChild, asking = Boolean(matcher.fold(query));
    if (all) all.hidden = asking && Boolean(result);
    list.textContent = "";
    if (!asking) { status.textContent = results.dataset.prompt; return; }
    if (!result) { status.textContent = results.dataset.failed || ""; return; }
    const { answers, mentions, guesses, asked } = result, n = answers.length + mentions.length, card = cardOf(result);
    const key = answers.length ? "count" : mentions.length ? "none_named" : waiting ? "searching" : "none";
    status.textContent = result.cardFirst && !answers.length ? "" : say(key, { q: query.trim(), n });
    if (card && result.cardFirst) cardSection(list, base, card);
    const offices = () => officeText(result).forEach(text => make(list, "p", "results-office", text));
    if (result.officeFirst) offices();
    tier(list, base, say("named", { n: answers.length }), answers, asked, limit);
    if (card && !result.cardFirst) cardSection(list, base, card);
    tier(list, base, say("mentions"), mentions, asked, limit);
    tier(list, base, say("guesses"), guesses, asked, limit);
    if (!result.officeFirst) offices();
    if (!answers.length && !waiting && !result.cardFirst) help(list, base);
    if (look && missing(result).length) offer(list, missing(result), look);
  };

  const resultsPage = form => {
    const input = form && form.querySelector("[name=q]"), base = results.dataset.base || "";
    let query = new URLSearchParams(location.search).get("q") || "";
    const run = all => {
      const asked = query, deeply = result => all || !result.sure;
      const show = (result, waiting) => fill(asked, result, waiting, !result || deeply(result) ? null : () => run(true).then(() => asked === query));
      if (matcher.fold(asked)) return ask(base, asked, deeply, () => asked === query, show);
      return names(base).then(() => { if (asked === query) fill(asked); }, () => {});
    };
    results.dataset.prompt = results.firstElementChild.textContent;
    make(results, "div", "results-groups");
    const typed = () => {
      query = input.value;
      const here = new URL(location.href); // what else stands in the address may be another program's
      if (query) here.searchParams.set("q", query); else here.searchParams.delete("q");
      history.replaceState(history.state, "", here.href);
      run(false);
    };
    if (input && input.value && input.value !== query) typed(); else run(false); // before this script was there
    if (!input) return;
    input.value = query;
    form.addEventListener("submit", event => { event.preventDefault(); input.blur(); });
    onTyping(input, typed);
  };

  const forms = [...document.querySelectorAll("form.gs-search")];
  const live = results && forms.find(form => "live" in form.dataset);
  forms.filter(form => form !== live).forEach(combobox);
  if (results) resultsPage(live);
})();

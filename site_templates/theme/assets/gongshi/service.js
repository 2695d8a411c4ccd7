/* The list of what to bring: for one service, by the situations chosen, and for several services in one visit. What is
   chosen and ticked stays on this device. The pages work without it. ES2017, no dependencies. */
(() => {
  "use strict";

  /* ---- lists as values: {id, name, window, number, chosen, items: [{key, name, detail}]} ---- */

  /* Whether a material is needed by somebody in the situations with these numbers; all are while none is chosen. */
  const needed = (numbers, chosen) => !chosen.length || !numbers || chosen.some(one => numbers.includes(one));

  /* Services in the order of their windows; those without a number come last, as they were added. */
  const ordered = lists => lists.map((list, at) => ({ list, at }))
    .sort((a, b) => (a.list.number || Infinity) - (b.list.number || Infinity) || a.at - b.at || 0)
    .map(one => one.list);

  /* [{window, number, lists}] in order; a window comes once. */
  const stops = lists => ordered(lists).reduce((found, list) => {
    const known = found.find(stop => stop.window === list.window && stop.number === list.number);
    if (known) known.lists.push(list);
    else found.push({ window: list.window, number: list.number, lists: [list] });
    return found;
  }, []);

  /* Every material once, in the order of the visit: {key, name, uses: [{id, service, detail}]}. */
  const merged = lists => {
    const found = new Map();
    for (const list of ordered(lists)) {
      for (const { key, name, detail } of list.items) {
        if (!found.has(key)) found.set(key, { key, name, uses: [] });
        found.get(key).uses.push({ id: list.id, service: list.name, detail });
      }
    }
    return [...found.values()];
  };

  /* What a merged material is like: what all services say of it once, else what each says. */
  const details = material => {
    const said = [...new Set(material.uses.map(use => use.detail))];
    return said.length === 1 ? said : material.uses.map(use => `${use.service}：${use.detail}`);
  };

  /* A list as a message: lines, each material with a box. */
  const asText = ({ title, lines, items, done, last }) => [
    title, ...lines, ...items.map((item, at) => `${done.includes(item.key) ? "☑" : "☐"} ${at + 1}. ${item.name}`), ...last,
  ].join("\n");

  /* Changes with what a list asks for: names and details, and what each situation needs. */
  const fingerprint = text => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 4294967291, 7).toString(36);

  /* `text` in lines that are at most `width` wide. */
  const wrapped = (text, width, measure) => [...text].reduce((lines, letter) => {
    const last = lines.length - 1;
    if (letter === "\n" || measure(lines[last] + letter) > width) lines.push(letter.trim());
    else lines[last] += letter;
    return lines;
  }, [""]);

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /* The last days of one limit in words; `found` is what gongshiDeadlines.lastDays says. */
  const deadlineWords = (found, isoOf, words) => found.map(([unit, last, official]) => {
    if (last === null) return words.far;
    const [year, month, day] = isoOf(last).split("-").map(Number);
    const said = filled(words.date, { year, month, day, weekday: words.weekdays[(last + 3) % 7] });
    const known = official ? said : filled(words.soon, { day: said });
    return found.length > 1 ? filled(words.unit, { day: known, unit }) : known;
  }).join(words.or);

  window.gongshiErrands = {
    needed, ordered, stops, merged, details, asText, fingerprint, wrapped, deadlineWords,
  };

  /* ---- open now, and the last day of a limit ---- */

  const hours = document.querySelector("[data-gs-hours]"), form = document.querySelector("[data-gs-deadline]");

  const openNow = () => {
    const table = JSON.parse(hours.dataset.gsHours);
    document.querySelectorAll("[data-gs-open]").forEach(node => window.gongshiOpening.write(node, table, hours.dataset));
  };
  if (hours) {
    window.gongshi.script(window.gongshi.asset("opening.js")).then(() => {
      openNow();
      setInterval(openNow, 30000);
    }, () => {});
  }

  const count = async event => {
    event.preventDefault();
    const words = form.dataset, answer = form.querySelector("[data-gs-answer]");
    const lines = await Promise.all([
      window.gongshi.script(window.gongshi.asset("deadlines.js")),
      window.gongshi.part(`${words.root}visits.js`, "visits"),
    ]).then(([, { calendar }]) => {
      const { lastDays, numberOf, isoOf } = window.gongshiDeadlines, begun = numberOf(form.elements.day.value);
      return JSON.parse(words.gsDeadline).map(limit =>
        filled(words.line, { label: words[limit.key], day: deadlineWords(lastDays(calendar, begun, limit), isoOf, words) }));
    }).catch(() => [words.failed]);
    answer.replaceChildren(...lines.map(line => {
      const node = document.createElement("p");
      node.textContent = line;
      return node;
    }));
  };
  if (form) form.addEventListener("submit", count);

  /* ---- what the device remembers, under one name for each site: {ticks: {ID: {of, chosen, done}}, visit: [list]} ---- */

  const article = document.querySelector("[data-gs-service]"), visit = document.querySelector("[data-gs-visit]");
  const bar = document.querySelector("[data-gs-list]");
  if (!bar) return;
  const home = new URL(visit ? visit.dataset.root : "../../", location.href).pathname, place = `gongshi.errands ${home}`;
  let kept = null; // where nothing can be kept it lasts as long as the page
  const read = () => {
    try { kept = JSON.parse(localStorage.getItem(place)) || kept; } catch (error) { /* cookies are switched off */ }
    return { ticks: {}, visit: [], ...kept };
  };
  const change = edit => {
    const all = read();
    edit(all);
    kept = all;
    try { localStorage.setItem(place, JSON.stringify(all)); } catch (error) { /* the device is full, or forbids it */ }
  };
  const ticked = id => ({ of: "", chosen: [], done: [], ...read().ticks[id] });

  /* ---- small helpers ---- */

  const words = bar.dataset;
  const text = node => node ? node.textContent.replace(/\s+/g, " ").trim() : "";
  const one = (selector, within) => (within || document).querySelector(selector);
  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];
  const element = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const key of Object.keys(attributes)) node.setAttribute(key, attributes[key]);
    node.append(...children);
    return node;
  };
  const address = () => location.href.replace(/[?#].*/, "");
  const told = one("[data-gs-told]"), say = what => { told.textContent = what; };

  /* ---- the page of a service, this one or one that was fetched ---- */

  const rowsOf = page => all("[data-gs-materials] > li", page).map(node => ({
    node,
    key: node.dataset.key,
    name: text(one(".gs-materials__name", node)),
    detail: [one(".gs-materials__by", node), one(".gs-materials__detail", node)].map(text).filter(Boolean).join(" · "),
    numbers: node.dataset.in === undefined ? null : node.dataset.in.split(" "),
  }));
  const casesOf = page => all("[data-gs-choose] input", page).map(input => ({ input, number: input.value, name: text(input.parentNode) }));
  const listOf = (page, chosen) => {
    const about = one("[data-gs-service]", page).dataset, cases = casesOf(page).filter(({ name }) => chosen.includes(name));
    const numbers = cases.map(({ number }) => number);
    return {
      id: about.gsService, name: about.name, window: about.window, number: Number(about.number),
      chosen: cases.map(({ name }) => name),
      items: rowsOf(page).filter(row => needed(row.numbers, numbers)).map(({ key, name, detail }) => ({ key, name, detail })),
    };
  };
  const stateOf = page => fingerprint(JSON.stringify([rowsOf(page).map(row => [row.name, row.detail, row.numbers]), casesOf(page).map(({ name }) => name)]));

  /* ---- giving a list away: paper, picture, message ---- */

  const contact = key => all(`[data-gs-contact="${key}"]`).flatMap(node => Array.from(node.childNodes))
    .filter(node => !(node.dataset && "gsOpen" in node.dataset)).map(text).filter(Boolean).join("；");
  const facts = () => ["where", "when", "ask"].filter(contact).map(key => `${words[key]}：${contact(key)}`);
  const { copy, dated, printed } = window.gongshi;
  const message = sheet => asText({ ...sheet, last: [...facts(), address()] });

  let about = () => [];
  const note = one("[data-gs-printed]"), root = document.documentElement;
  window.addEventListener("beforeprint", () => {
    note.textContent = [...about(), printed()].join("　");
    all("details").forEach(node => { node.open = true; });
  });
  window.addEventListener("afterprint", () => {
    root.classList.remove("gs-print-list");
  });
  const print = () => {
    root.classList.add("gs-print-list");
    window.print();
  };

  const share = sheet => {
    const said = message(sheet), copied = () => copy(said).then(() => say(words.copied), () => say(said));
    if (!navigator.share) return copied();
    return navigator.share({ title: sheet.title, text: said }).catch(error => error.name !== "AbortError" && copied());
  };

  /* A picture of the list, 750 wide as phones like it. */
  const drawn = sheet => {
    const width = 750, edge = 40, canvas = element("canvas", {}), pen = canvas.getContext("2d"), parts = [];
    const family = getComputedStyle(document.body).fontFamily;
    let height = edge;
    const add = (what, size, colour, weight, indent, box) => {
      pen.font = `${weight} ${size}px ${family}`;
      const lines = wrapped(what, width - 2 * edge - indent, line => pen.measureText(line).width);
      lines.forEach((line, at) => {
        parts.push({ line, font: pen.font, colour, x: edge + indent, y: height + size, box: at ? null : box, size });
        height += size * 1.5;
      });
    };
    add(sheet.title, 40, "#9d2121", 700, 0);
    sheet.lines.forEach(line => add(line, 26, "#565d66", 400, 0));
    for (const item of sheet.items) {
      height += 18;
      add(item.name, 32, "#20242a", 700, 52, sheet.done.includes(item.key) ? "☑" : "☐");
      item.notes.forEach(line => line && add(line, 24, "#565d66", 400, 52));
    }
    height += 28;
    [...facts(), dated(words.saved)].forEach(line => add(line, 24, "#565d66", 400, 0));
    canvas.width = width;
    canvas.height = height + edge;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, canvas.height);
    for (const { line, font, colour, x, y, box, size } of parts) {
      Object.assign(pen, { font, fillStyle: colour });
      pen.fillText(line, x, y);
      if (box) {
        pen.strokeRect(edge, y - size + 6, 28, 28);
        if (box === "☑") pen.fillText("✓", edge, y);
      }
    }
    return canvas;
  };
  const picture = sheet => {
    const data = drawn(sheet).toDataURL("image/png"), old = one(".gs-picture");
    if (old) old.remove();
    const image = element("img", { src: data, alt: message(sheet) });
    bar.append(element("figure", { class: "gs-picture" }, image, element("figcaption", {}, words.picture)));
    element("a", { href: data, download: `${sheet.title}.png` }).click();
  };

  /* ---- ticks ---- */

  const tally = (items, done) => {
    const ready = items.filter(item => done.includes(item.key)).length, left = items.length - ready;
    if (!items.length) return say("");
    const which = left === 0 ? words.done : ready ? words.left : words.all;
    return say(filled(which, { count: items.length, done: ready, left }));
  };
  const tick = (ids, key, on) => change(data => ids.forEach(id => {
    const own = data.ticks[id] = { of: "", chosen: [], done: [], ...data.ticks[id] };
    own.done = own.done.filter(other => other !== key);
    if (on) own.done.push(key);
  }));

  const buttons = actions => all("[data-gs-do]", bar).forEach(button => {
    button.addEventListener("click", () => actions[button.dataset.gsDo](button));
  });

  /* ---- one service ---- */

  const service = () => {
    const id = article.dataset.gsService, rows = rowsOf(document), cases = casesOf(document), state = stateOf(document);
    const inVisit = () => read().visit.some(list => list.id === id);
    const list = () => listOf(document, ticked(id).chosen);
    const sheet = () => {
      const { name, chosen, items } = list();
      return {
        title: filled(words.title, { name }), lines: chosen.length ? [words.case + chosen.join("、")] : [],
        items: items.map(({ key, name: called, detail }) => ({ key, name: called, notes: [detail] })), done: ticked(id).done,
      };
    };
    about = () => sheet().lines;
    const put = edit => change(data => {
      data.ticks[id] = { chosen: [], done: [], ...data.ticks[id], of: state };
      edit(data.ticks[id], data);
      if (data.visit.some(other => other.id === id)) {
        data.visit = data.visit.map(other => (other.id === id ? listOf(document, data.ticks[id].chosen) : other));
      }
    });
    const show = () => {
      const { chosen, done } = ticked(id), keys = new Set(list().items.map(item => item.key));
      cases.forEach(({ input, name }) => { input.checked = chosen.includes(name); });
      all("[data-gs-of]").forEach(node => { node.hidden = !chosen.includes(node.dataset.gsOf); });
      rows.forEach(row => {
        row.node.hidden = !keys.has(row.key);
        one("input", row.node).checked = done.includes(row.key);
      });
      if (cases.length && !chosen.length) say(words.choose);
      else tally(rows.filter(row => !row.node.hidden), done);
      all("[data-gs-do=visit]").forEach(button => {
        button.setAttribute("aria-pressed", String(inVisit()));
        button.textContent = inVisit() ? button.dataset.on : button.dataset.off;
      });
    };
    cases.forEach(({ input, name }) => input.addEventListener("change", () => {
      put(own => { own.chosen = own.chosen.filter(other => other !== name).concat(input.checked ? name : []); });
      show();
    }));
    rows.forEach(row => one("input", row.node).addEventListener("change", event => {
      put(() => {});
      tick([id], row.key, event.target.checked);
      show();
    }));
    buttons({
      print, picture: () => picture(sheet()), share: () => share(sheet()),
      clear: () => {
        put(own => Object.assign(own, { chosen: [], done: [] }));
        show();
      },
      visit: () => {
        const before = inVisit();
        put((own, data) => {
          data.visit = data.visit.filter(other => other.id !== id).concat(before ? [] : listOf(document, own.chosen));
        });
        show();
      },
    });
    const old = ticked(id);
    if (old.of && old.of !== state) put(own => { own.done = []; });
    show();
    if (old.of && old.of !== state && old.done.length) say(words.changed);
  };

  /* ---- several services ---- */

  const errands = () => {
    const own = visit.dataset, gone = new Set();
    const doneOf = material => material.uses.every(use => ticked(use.id).done.includes(material.key));
    const stop = ({ window: name, number, lists }) => element("li", {},
      element("p", {}, element("strong", {}, number ? `${filled(own.counter, { number })} ${name}` : name || own.other)),
      ...lists.map(list => element("p", {},
        list.name, ...(list.chosen.length ? [element("span", { class: "gs-note" }, list.chosen.join("、"))] : []),
        ...(gone.has(list.id) ? [element("span", { class: "gs-gap" }, own.gone)] : []),
        element("span", { class: "gs-actions" },
          element("a", { class: "gs-button", href: `${own.root}services/${list.id}/#materials` }, own.service),
          element("button", { type: "button", class: "gs-button", "data-remove": list.id, "aria-label": `${own.remove} ${list.name}` }, own.remove)))));
    const row = material => {
      const box = element("input", { type: "checkbox" });
      box.checked = doneOf(material);
      box.addEventListener("change", () => {
        tick(material.uses.map(use => use.id), material.key, box.checked);
        showCount();
      });
      return element("li", {}, element("label", { class: "gs-materials__name" }, box, element("span", {}, material.name)),
        ...details(material).map(line => element("p", { class: "gs-materials__detail" }, line)),
        element("p", { class: "gs-materials__note" }, filled(own.for, { names: material.uses.map(use => use.service).join("、") })));
    };
    const materials = () => merged(read().visit);
    const done = () => materials().filter(doneOf).map(material => material.key);
    const showCount = () => tally(materials(), done());
    const show = () => {
      const lists = read().visit;
      visit.hidden = !lists.length;
      one("[data-gs-empty]").hidden = !visit.hidden;
      one("[data-gs-windows]").replaceChildren(...stops(lists).map(stop));
      one("[data-gs-materials]").replaceChildren(...materials().map(row));
      showCount();
    };
    const sheet = () => ({
      title: own.title, done: done(),
      lines: stops(read().visit).map(({ window: name, number, lists }) =>
        `${number ? filled(own.counter, { number }) + " " : ""}${name || own.other}：${lists.map(list => list.name).join("、")}`),
      items: materials().map(material => ({ key: material.key, name: material.name, notes: details(material) })),
    });
    visit.addEventListener("click", event => {
      const id = event.target.dataset.remove;
      if (!id) return;
      change(data => { data.visit = data.visit.filter(list => list.id !== id); });
      show();
      one("h1").focus();
    });
    /* The lists as the guides have them now; from a folder (file:) nothing can be fetched, and they stay as they were. */
    const refresh = list => fetch(`${own.root}services/${list.id}/`).then(answer => {
      if (!answer.ok) throw new Error(list.id);
      return answer.text();
    }).then(html => {
      const page = new DOMParser().parseFromString(html, "text/html");
      if (!one("[data-gs-list]", page)) throw new Error(list.id); // no longer offered
      const now = listOf(page, list.chosen);
      change(data => { data.visit = data.visit.map(other => (other.id === list.id ? now : other)); });
    }).catch(() => gone.add(list.id));
    buttons({
      print, picture: () => picture(sheet()), share: () => share(sheet()),
      clear: () => {
        change(data => {
          data.visit.forEach(list => { delete data.ticks[list.id]; });
          data.visit = [];
        });
        show();
      },
    });
    show();
    if (location.protocol.startsWith("http")) Promise.all(read().visit.map(refresh)).then(show);
  };

  if (visit) errands();
  else service();
})();

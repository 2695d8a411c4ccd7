/* The table of a period's cases: filter, sort, page. The rows come from rows.js (generator/site/results.py) when a
   reader first asks for something; work is cut into steps, so that a slow phone stays responsive, and only the rows of
   one page are in the document. What is set stands in the address behind #cases?. ES2017, no dependencies. */
(() => {
  "use strict";

  const PAGE = 50, STEP_MS = 8, SORT_RUN = 256;
  const RECEIPT = 0, SERVICE = 1, APPLICANT = 2, OUTCOME = 6, DAYS = 7, REASON = 8;
  const COLUMNS = ["receipt", "service", "applicant", "accepted", "due", "completed", "outcome"];

  /* ---- work in steps: a generator yields between small pieces, and is given up when something newer is asked ---- */

  const channel = new MessageChannel(), waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const later = task => { waiting.push(task); channel.port2.postMessage(0); };

  const inSteps = (work, isStale) => new Promise((resolve, reject) => {
    const step = () => {
      if (isStale()) return;
      try {
        const end = performance.now() + STEP_MS;
        for (;;) {
          const next = work.next();
          if (next.done) return resolve(next.value);
          if (performance.now() >= end) return later(step);
        }
      } catch (error) { reject(error); }
    };
    later(step);
  });

  /* ---- rows ---- */

  const fold = text => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

  function* lines(text) {
    for (let at = 0, end; at < text.length; at = end + 1) {
      end = (text.indexOf("\n", at) + 1 || text.length + 1) - 1;
      yield JSON.parse(text.slice(at, end));
    }
  }

  function* read(text) {
    const parts = lines(text), services = parts.next().value, rows = [], folded = [];
    const named = services.map(([, name]) => fold(name));
    for (const part of parts) {
      yield;
      for (const row of part) {
        rows.push(row);
        folded.push(`${fold(row[RECEIPT])}\n${named[row[SERVICE]]}\n${fold(row[APPLICANT])}`);
        if (rows.length % 100 === 0) yield;
      }
    }
    const inOrder = services.map((_, number) => number).sort((a, b) => services[a][1].localeCompare(services[b][1], "zh"));
    const rank = [];
    inOrder.forEach((number, place) => { rank[number] = place; });
    return { services, rows, folded, rank };
  }

  function* matching(data, state) {
    const words = state.q.split(/\s+/).map(fold).filter(Boolean), found = [];
    const service = data.services.findIndex(([id]) => id === state.service);
    for (let i = 0; i < data.rows.length; i++) {
      const row = data.rows[i];
      if ((!state.service || row[SERVICE] === service) && (!state.outcome || row[OUTCOME] === state.outcome) &&
          words.every(word => data.folded[i].indexOf(word) >= 0)) found.push(i);
      if (i % 500 === 0) yield;
    }
    return found;
  }

  /* Merge sort, stable; empty values come last in either direction. */
  function* sorted(found, data, column, down) {
    const value = column === SERVICE ? i => data.rank[data.rows[i][SERVICE]] : i => data.rows[i][column];
    const before = (a, b) => {
      const x = value(a), y = value(b);
      if (x === y) return a - b;
      if (x === "" || y === "") return x === "" ? 1 : -1;
      return (x < y) !== down ? -1 : 1;
    };
    let runs = [];
    for (let at = 0; at < found.length; at += SORT_RUN) {
      runs.push(found.slice(at, at + SORT_RUN).sort(before));
      yield;
    }
    while (runs.length > 1) {
      const merged = [];
      for (let at = 0; at < runs.length; at += 2) {
        if (!runs[at + 1]) { merged.push(runs[at]); continue; }
        const [left, right] = [runs[at], runs[at + 1]], out = [];
        let l = 0, r = 0;
        while (l < left.length || r < right.length) {
          out.push(r >= right.length || (l < left.length && before(left[l], right[r]) < 0) ? left[l++] : right[r++]);
          if (out.length % 500 === 0) yield;
        }
        merged.push(out);
      }
      runs = merged;
    }
    return runs[0] || [];
  }

  const gongshi = window.gongshi;
  window.gongshiResults = { inSteps, read, matching, sorted };

  /* ---- the page ---- */

  const box = document.querySelector("[data-gs-cases]");
  if (!box) return;
  const words = box.dataset, total = Number(words.total);
  const form = box.querySelector(".gs-filter"), status = box.querySelector(".gs-filter__status");
  const table = box.querySelector("table"), body = table.tBodies[0], scroll = box.querySelector(".gs-scroll");
  const plainRows = [...body.rows], plainPager = box.querySelector("nav.gs-pager");
  const pager = box.querySelector(".gs-pager--live"), place = pager.querySelector("[data-page-of]");
  const turns = [...pager.querySelectorAll("[data-page]")];
  const START = { q: "", service: "", outcome: "", sort: "", down: "", page: "1" };
  let state = Object.assign({}, START), loading = null, asked = 0, typing = 0;
  let listed = { key: null, found: null }; // the numbers of the rows that were listed last, and what for

  const load = () => loading || (loading = gongshi.part(words.gsCases, "rows")
    .then(text => inSteps(read(text), () => false))
    .catch(error => { loading = null; throw error; }));

  const cell = (tag, text) => {
    const node = document.createElement(tag);
    node.textContent = text;
    return node;
  };
  const drawn = (data, number) => {
    const row = data.rows[number], line = document.createElement("tr");
    const receipt = line.appendChild(cell("th", row[RECEIPT]));
    receipt.scope = "row";
    [data.services[row[SERVICE]][1], ...row.slice(APPLICANT, DAYS)].forEach(text => line.appendChild(cell("td", text)));
    for (let at = 3; at < 6; at++) line.cells[at].dataset.label = table.tHead.rows[0].cells[at].textContent; // the three days
    if (row[DAYS]) {
      const note = cell("span", `${words.extended} ${row[DAYS]} ${words.days}${row[REASON] ? `：${row[REASON]}` : ""}`);
      note.className = "gs-note";
      line.lastChild.appendChild(note);
    }
    return line;
  };

  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const pages = count => Math.max(1, Math.ceil(count / PAGE));

  const showRows = (rows, count) => {
    const last = pages(count), page = Math.min(Math.max(1, Number(state.page) || 1), last);
    body.replaceChildren(...rows);
    scroll.hidden = !count;
    pager.hidden = last < 2;
    place.textContent = fill(place.dataset.pageOf, { page, pages: last });
    turns[0].setAttribute("aria-disabled", String(page === 1)); // and not disabled, which would drop the focus
    turns[1].setAttribute("aria-disabled", String(page === last));
    status.textContent = count ? fill(words.status, { count, page, pages: last }) : words.nothing;
  };

  const showOrder = () => [...table.tHead.rows[0].cells].forEach((head, number) => {
    const active = state.sort === COLUMNS[number];
    if (active) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });

  const isPlain = () => Object.keys(START).every(name => state[name] === START[name]);

  const show = () => {
    const number = ++asked, isStale = () => number !== asked;
    showOrder();
    if (isPlain()) return showRows(plainRows.slice(0, PAGE), total);
    if (!listed.found) status.textContent = words.loading;
    const { q, service, outcome, sort, down } = state, key = [q, service, outcome, sort, down].join("\n");
    load().then(async data => {
      if (isStale()) return;
      if (listed.key !== key) {
        let found = await inSteps(matching(data, state), isStale);
        if (sort) found = await inSteps(sorted(found, data, COLUMNS.indexOf(sort), Boolean(down)), isStale);
        listed = { key, found };
      }
      const { found } = listed, page = Math.min(Math.max(1, Number(state.page) || 1), pages(found.length));
      showRows(found.slice((page - 1) * PAGE, page * PAGE).map(at => drawn(data, at)), found.length);
    }).catch(() => { if (!isStale()) giveUp(); });
  };

  /* Without the rows the page is as it is without a script. */
  const giveUp = () => {
    body.replaceChildren(...plainRows);
    if (plainPager) plainPager.hidden = false;
    scroll.hidden = false;
    pager.hidden = true;
    status.textContent = words.failed;
  };

  const MARK = "#cases?";
  const fromAddress = () => {
    const set = new URLSearchParams(location.hash.startsWith(MARK) ? location.hash.slice(MARK.length) : "");
    state = Object.assign({}, START);
    Object.keys(START).forEach(name => { if (set.has(name)) state[name] = set.get(name); });
    if (COLUMNS.indexOf(state.sort) < 0) state.sort = state.down = "";
    ["q", "service", "outcome"].forEach(name => { form.elements[name].value = state[name]; });
  };
  const set = changes => {
    Object.assign(state, { page: "1" }, changes);
    const kept = new URLSearchParams();
    Object.keys(START).forEach(name => { if (state[name] !== START[name]) kept.set(name, state[name]); });
    const query = kept.toString();
    history.replaceState(history.state, "", query ? MARK + query : "#cases");
    show();
  };

  [...table.tHead.rows[0].cells].forEach((head, number) => {
    const button = cell("button", head.textContent);
    button.type = "button";
    button.className = "gs-sort";
    button.addEventListener("click", () => {
      const again = state.sort === COLUMNS[number];
      set(again && state.down ? { sort: "", down: "" } : { sort: COLUMNS[number], down: again ? "1" : "" });
    });
    head.replaceChildren(button);
  });
  form.addEventListener("input", () => {
    clearTimeout(typing);
    const { q, service, outcome } = form.elements;
    typing = setTimeout(() => set({ q: q.value, service: service.value, outcome: outcome.value }), 150);
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => {
    event.preventDefault();
    clearTimeout(typing);
    ["q", "service", "outcome"].forEach(name => { form.elements[name].value = ""; });
    set(START);
  });
  form.addEventListener("focusin", () => load().catch(() => {}), { once: true });
  turns.forEach(button => button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    set({ page: String((Number(state.page) || 1) + Number(button.dataset.page)) });
    box.scrollIntoView({ block: "start" });
  }));
  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith(MARK)) { fromAddress(); show(); }
  });

  if (plainPager) plainPager.hidden = true;
  fromAddress();
  show();
  if (location.hash.startsWith(MARK)) box.scrollIntoView({ block: "start" });
})();

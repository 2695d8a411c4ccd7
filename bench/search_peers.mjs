/* Asks the search of gongshi, and others, the same queries: `search_peers.py` opens this in a browser and calls
   answersOf(NAME, queries). Each answers with lists of "answer ADDRESS", addresses of pages of the site.

   MiniSearch and Orama get what our own index holds, titles and aliases weighted, cut into pairs of characters. Pagefind
   and Material have read the pages themselves. */

const MATERIAL = new URL("material/", location.href), MOST = 20;

const listed = urls => [...new Set(urls)].slice(0, MOST).map(url => `answer ${url}`);

/* ---- ours: the parts of the index, as listing.js shows them ---- */

const ours = queries => window.listedAll(queries);

/* ---- engines that are given our records ---- */

const pairs = text => window.gongshi.matcher.fold(text).split(/([a-z0-9]+)/).flatMap(part => /^[a-z0-9]/.test(part) || part.length < 2 ? part
  : Array.from(part).slice(1).map((char, at) => part[at] + char)).filter(Boolean);

const records = () => {
  const { entries } = window.gongshi.matcher.prepare(window.gongshi.parts.names);
  const texts = entries.map(() => []);
  window.gongshi.parts.texts.forEach(([entry, label, text]) => texts[entry].push(`${label} ${text}`));
  return entries.map(({ url, title, aliases, hidden, summary }, at) => ({
    id: url, title, aliases: [...aliases, ...hidden].join(" "), text: [summary, ...texts[at]].join(" "),
  }));
};
const WEIGHTS = { title: 5, aliases: 4, text: 1 };

const minisearch = async queries => {
  const { default: MiniSearch } = await import("./tools/minisearch/dist/es/index.js");
  const engine = new MiniSearch({ fields: Object.keys(WEIGHTS), tokenize: pairs, processTerm: term => term });
  engine.addAll(records());
  return queries.map(query => listed(engine.search(query, { boost: WEIGHTS, prefix: true, fuzzy: 0.2 }).map(found => found.id)));
};

const orama = async queries => {
  const { create, insertMultiple, search } = await import("./tools/@orama/orama/dist/browser/index.js");
  const tokenizer = { language: "zh", normalizationCache: new Map(), tokenize: pairs };
  const engine = create({ schema: { id: "string", title: "string", aliases: "string", text: "string" }, components: { tokenizer } });
  await insertMultiple(engine, records());
  const answers = [];
  for (const term of queries) {
    const { hits } = await search(engine, { term, properties: Object.keys(WEIGHTS), boost: WEIGHTS, limit: MOST });
    answers.push(listed(hits.map(hit => hit.document.id)));
  }
  return answers;
};

/* ---- engines that read the pages ---- */

const pagefind = async queries => {
  const engine = await import("./pagefind/pagefind.js"), answers = [];
  await engine.options({ basePath: new URL("pagefind/", location.href).pathname, baseUrl: "/" });
  await engine.init();
  for (const query of queries) {
    const { results } = await engine.search(query), found = [];
    for (const result of results.slice(0, MOST)) found.push((await result.data()).url.replace(/^\//, "").replace(/index\.html$/, ""));
    answers.push(listed(found));
  }
  return answers;
};

/* Material's own worker, which the page of its theme starts and asks in just this way. */
const material = async queries => {
  const index = await (await fetch(new URL("search/search_index.json", MATERIAL))).json();
  const worker = new Worker(new URL(window.materialWorker, MATERIAL));
  const send = (type, data) => new Promise(done => {
    worker.onmessage = event => done(event.data);
    worker.postMessage({ type, data });
  });
  await send(0, { ...index, options: { suggest: false } });
  const answers = [];
  for (const query of queries) {
    const { data: { items } } = await send(2, query);
    answers.push(listed(items.map(([first]) => first.location.replace(/#.*/, ""))));
  }
  return answers;
};

const ENGINES = { ours, minisearch, orama, pagefind, material };

window.answersOf = (name, queries) => ENGINES[name](queries);

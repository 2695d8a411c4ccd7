/* sw.js: what is kept of a site, for how long, and what is shown where the network does not answer. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const SOURCE = readFileSync(new URL("../../site_templates/offline/sw.js", import.meta.url), "utf8");
const ROOT = "https://hall.example/gongshi/", DAY = 86400000;
const GIVEN = {
  pages: ["", "services/", "search/", "offline/"], folders: ["services/", "windows/"], start: ["", "search/", "offline/"],
  files: ["assets/site.js", "search/names.js"], offline: "offline/", line: "{month}月{day}日", more: "更多",
};
const HTML = { headers: { "content-type": "text/html" } }, SCRIPT = { headers: { "content-type": "text/javascript" } };

/* The caches of a browser; what is put again comes last. */
const shelves = () => {
  const stores = new Map();
  const open = async name => {
    if (!stores.has(name)) stores.set(name, new Map());
    const held = stores.get(name);
    return {
      match: async url => held.has(url) ? held.get(url).clone() : undefined,
      put: async (url, response) => { held.delete(url); held.set(url, response); },
      delete: async url => held.delete(url),
      keys: async () => Array.from(held.keys(), url => ({ url })),
    };
  };
  return { stores, open, delete: async name => stores.delete(name) };
};

/* A worker, and a network that gives `answer(address)`; it runs until nothing is to be done any more. */
const usual = at => new Response(`<main id="m">${at}</main>`, at.endsWith(".js") ? SCRIPT : HTML);
const worker = async (given = GIVEN, caches = shelves(), answer = usual) => {
  const listeners = {}, net = { asked: [], answer }, gone = [];
  const self = {
    gongshi: given, addEventListener: (name, use) => { listeners[name] = use; }, skipWaiting: () => {},
    clients: { claim: async () => {} }, registration: { scope: ROOT, unregister: async () => { gone.push(true); } },
  };
  const fetch = async request => {
    const at = (request.url || request).slice(ROOT.length);
    net.asked.push(at);
    return net.answer(at);
  };
  const soon = use => setTimeout(use, 0);
  new Function("self", "caches", "fetch", "setTimeout", SOURCE)(self, caches, fetch, soon);

  const dispatch = async (name, event) => {
    const work = [];
    let answered = null;
    if (listeners[name]) listeners[name]({ ...event, waitUntil: promise => work.push(promise), respondWith: promise => { answered = promise; } });
    const response = await answered;
    await Promise.all(work);
    return response;
  };
  const held = () => Array.from((caches.stores.get(`gongshi ${ROOT}`) || new Map()).keys(), url => url.slice(ROOT.length));
  const open = (at, more = {}) => dispatch("fetch", {
    request: { url: at.startsWith("http") ? at : ROOT + at, method: "GET", mode: "navigate", ...more }, clientId: "a", resultingClientId: "b",
  });
  const load = (at, reader) => dispatch("fetch", { request: { url: ROOT + at, method: "GET", mode: "no-cors" }, clientId: reader });
  await dispatch("install", {});
  await dispatch("activate", {});
  for (let rounds = 0; rounds < 50; rounds++) await new Promise(soon); // what it begins then, and nothing waits for
  const age = async (at, days) => {
    const cache = await caches.open(`gongshi ${ROOT}`), copy = await cache.match(ROOT + at);
    await cache.put(ROOT + at, new Response(await copy.text(), { headers: { "x-kept": String(Date.now() - days * DAY) } }));
  };
  return { net, held, open, load, age, dispatch, caches, gone };
};

const cut = () => { throw new TypeError("no network"); };
const today = () => `${new Date().getMonth() + 1}月${new Date().getDate()}日`;

test("at the start home, the search, the page of what is kept, and their files are kept", async () => {
  const { held, net } = await worker();
  assert.deepEqual(held().sort(), [...GIVEN.start, ...GIVEN.files, "sw.js"].sort());
  assert.deepEqual(net.asked.sort(), held().sort(), "each is asked for once");
});

test("pages of the listed kinds are kept, each once, and no others", async () => {
  const { held, open } = await worker();
  for (const at of ["services/a/", "services/a/?v=1", "services/a/index.html", "windows/b/", "services/", "notices/c/", "results/", "posters/x.pdf",
    "services/a/more/", "services/rows.js", "open-data/", "about/"]) await open(at);
  assert.deepEqual(held().filter(at => !GIVEN.start.includes(at) && !GIVEN.files.includes(at)).sort(), ["services/", "services/a/", "sw.js", "windows/b/"]);
});

test("other folders of the host and forms that are sent are left alone", async () => {
  const { open, net } = await worker();
  net.asked.length = 0;
  assert.equal(await open("https://hall.example/other/"), null);
  assert.equal(await open("https://other.example/gongshi/"), null);
  assert.equal(await open("services/a/", { method: "POST" }), null);
  assert.deepEqual(net.asked, []);
});

test("the network comes first", async () => {
  const { open, net } = await worker();
  await open("services/a/");
  net.answer = () => new Response("<main>new</main>", HTML);
  assert.equal(await (await open("services/a/")).text(), "<main>new</main>");
});

test("without a network a copy says its day", async () => {
  const { open, net } = await worker();
  await open("services/a/");
  net.answer = cut;
  const told = `<p class="gs-callout gs-callout--gap" role="status">${today()} <a href="${ROOT}offline/">更多</a></p>`;
  assert.equal(await (await open("services/a/?v=1")).text(), `<main id="m">${told}services/a/</main>`);
});

test("a network that does not answer in time is as good as none, and its files are not waited for", async () => {
  const { open, load, net } = await worker();
  await open("services/a/");
  let late = null;
  net.answer = () => new Promise(answer => { late = answer; });
  const shown = open("services/a/");
  setTimeout(() => late(new Response("late", HTML)), 20);
  assert.match(await (await shown).text(), /role="status"/);
  assert.equal(await (await load("assets/site.js", "b")).text(), '<main id="m">assets/site.js</main>');
});

test("files of a page from the network come from the network, and from the keep only without one", async () => {
  const { load, net } = await worker();
  net.answer = () => new Response("new", SCRIPT);
  assert.equal(await (await load("assets/site.js", "a")).text(), "new");
  net.answer = cut;
  assert.equal(await (await load("assets/site.js", "a")).text(), '<main id="m">assets/site.js</main>');
});

test("without a network a page that was not kept leads to the list of those that were", async () => {
  const { open, net } = await worker();
  net.answer = cut;
  assert.equal((await open("notices/c/")).headers.get("location"), `${ROOT}offline/#notices/c/`);
  assert.equal(await (await open("offline/")).text(), '<main id="m">offline/</main>');
});

test("after thirty days a copy is not shown, and goes, without a network too", async () => {
  const { open, age, held, net } = await worker();
  await open("services/a/");
  await age("services/a/", 29.9);
  net.answer = cut;
  assert.equal((await open("services/a/")).status, 200);
  await age("services/a/", 30.1);
  assert.equal((await open("services/a/")).status, 302);
  assert.ok(!held().includes("services/a/"));
});

test("of more than forty pages those go that were kept first", async () => {
  const { open, held } = await worker();
  for (let number = 0; number < 42; number++) await open(`services/${number}/`);
  await open("services/1/");
  const pages = held().filter(at => /^services\/\d/.test(at));
  assert.deepEqual([pages.length, pages.includes("services/0/"), pages.includes("services/41/")], [40, false, true]);
  assert.ok(GIVEN.start.every(at => held().includes(at)));
});

for (const [name, answer, stays] of [
  ["404", () => new Response("", { ...HTML, status: 404 }), false],
  ["410", () => new Response("", { ...HTML, status: 410 }), false],
  ["403", () => new Response("", { ...HTML, status: 403 }), false],
  ["another page", () => Object.defineProperty(new Response("", HTML), "redirected", { value: true }), false],
  ["503", () => new Response("", { ...HTML, status: 503 }), true],
  ["nothing", cut, true],
]) {
  test(`a visit asks for every copy again: where the answer is ${name}, it ${stays ? "stays" : "goes"}`, async () => {
    const { open, age, held, net } = await worker();
    await open("services/a/");
    for (const at of ["services/a/", "sw.js"]) await age(at, 1);
    net.answer = at => at === "services/a/" ? answer() : usual(at);
    await open("notices/c/");
    assert.equal(held().includes("services/a/"), stays);
  });
}

test("within half an hour no copy is asked for twice", async () => {
  const { open, net } = await worker();
  await open("services/a/");
  net.asked.length = 0;
  await open("notices/c/");
  assert.deepEqual(net.asked, ["notices/c/"]);
});

test("a new worker drops what it does not know", async () => {
  const { caches, open } = await worker();
  for (const at of ["services/a/", "windows/b/"]) await open(at);
  const next = await worker({ ...GIVEN, folders: ["windows/"], files: ["search/names.js"] }, caches);
  assert.deepEqual(next.held().sort(), ["", "offline/", "search/", "search/names.js", "sw.js", "windows/b/"]);
});

test("pages that were read before there was a worker are kept, if they may be", async () => {
  const { dispatch, held } = await worker();
  await dispatch("message", { data: [`${ROOT}services/a/?v=1#materials`, `${ROOT}notices/c/`, "https://other.example/"] });
  assert.deepEqual([held().includes("services/a/"), held().includes("notices/c/")], [true, false]);
});

for (const [name, answer] of [
  ["is not there any more", () => new Response("", { ...SCRIPT, status: 404 })],
  ["is a page", () => new Response("", HTML)],
]) {
  test(`a worker whose file ${name} leaves, and takes what was kept along`, async () => {
    const { open, age, held, net, gone } = await worker();
    await open("services/a/");
    await age("sw.js", 1);
    net.answer = at => at === "sw.js" ? answer() : usual(at);
    await open("notices/c/");
    assert.deepEqual([held(), gone.length], [[], 1]);
  });
}

test("turned off, it leaves and answers nothing", async () => {
  const { caches, open } = await worker();
  await open("services/a/");
  const next = await worker(null, caches);
  assert.deepEqual([next.held(), next.gone.length, await next.open("services/a/")], [[], 1, null]);
});

test("where a file cannot be had, no worker is installed", async () => {
  await assert.rejects(worker(GIVEN, shelves(), at => at === "search/names.js" ? new Response("", { status: 404 }) : usual(at)));
});

/* Keeps guides that a resident has read for places without a network, and nothing that may have to be taken down.
   The build puts `self.gongshi` in front: what may be kept, as addresses below the folder of this file; null where the
   hall has turned this off: the worker then clears what was kept and leaves. Pages come from the network first, so that
   nobody who is connected sees an old one. Nothing but what the network answers decides what stays. */
(() => {
  "use strict";

  const given = self.gongshi, root = self.registration.scope, store = `gongshi ${root}`, own = "sw.js", kept = "x-kept";
  const MINUTE = 60000, VISIT = 30 * MINUTE, OLDEST = 30 * 24 * 60 * MINUTE; // an older copy is not shown
  const PATIENCE = 3000; // so long a page may take where there is a copy
  const MOST = 40, LARGEST = 2000000; // pages, and bytes of a file

  /* The address below the root without ?query; null for what lies elsewhere. */
  const place = url => {
    const { origin, pathname } = new URL(url), whole = origin + pathname;
    return whole.indexOf(root) === 0 ? whole.slice(root.length).replace(/(^|\/)index\.html$/, "$1") : null;
  };
  const isFile = at => given.files.indexOf(at) >= 0;
  const isPage = at => given.pages.indexOf(at) >= 0 || given.folders.some(folder => at.indexOf(folder) === 0 && /^[^/]+\/$/.test(at.slice(folder.length)));
  const fromStart = at => given.start.indexOf(at) >= 0;

  const day = copy => Number(copy.headers.get(kept));
  const isYounger = (copy, time) => Date.now() - day(copy) < time;
  const isThere = answer => answer.ok && !answer.redirected;

  const recall = async at => {
    const copy = await (await caches.open(store)).match(root + at);
    return copy && isYounger(copy, OLDEST) ? copy : undefined;
  };

  /* Put an answer in the place of what was kept; one that says the page is not there any more removes it. */
  const keep = async (at, answer) => {
    const cache = await caches.open(store), body = isThere(answer) ? await answer.blob() : null;
    if (body && body.size <= LARGEST) {
      const headers = new Headers({ [kept]: String(Date.now()) });
      ["content-type", "content-security-policy"].forEach(name => {
        if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
      });
      await cache.put(root + at, new Response(body, { headers }));
    } else if (body || answer.status < 500) {
      await cache.delete(root + at);
    }
  };

  const ask = async at => {
    const answer = await fetch(root + at, { cache: "no-cache" });
    await keep(at, answer);
    return answer;
  };

  const retreat = async () => {
    await caches.delete(store);
    await self.registration.unregister();
  };

  /* ---- what goes ---- */

  const clear = async cache => {
    const pages = [], found = await cache.keys();
    for (const { url } of found) {
      const at = place(url), copy = await cache.match(url);
      if (at !== own && !isFile(at) && !isPage(at) || copy && !isYounger(copy, OLDEST)) await cache.delete(url);
      else if (isPage(at) && !fromStart(at)) pages.push(url);
    }
    await Promise.all(pages.slice(0, -MOST).map(url => cache.delete(url))); // those that were kept first
  };

  /* Once in a visit everything that is kept is asked for again. The answer for this file comes last: it is the mark that all
     were asked. Where it is gone, the site has given this up. */
  const tidy = async () => {
    const cache = await caches.open(store), mark = await cache.match(root + own);
    await clear(cache);
    if (mark && isYounger(mark, VISIT)) return;
    for (const { url } of await cache.keys()) {
      const at = place(url), copy = await cache.match(url);
      if (at !== own && !(copy && isYounger(copy, MINUTE))) await ask(at);
    }
    const answer = await ask(own);
    if (answer.status < 500 && !(isThere(answer) && /javascript/.test(answer.headers.get("content-type")))) await retreat();
  };
  let tidying = null;
  const inOrder = () => tidying || (tidying = tidy().catch(() => {}).then(() => { tidying = null; })); // no network: at the next page

  /* ---- what is shown ---- */

  const readers = new Set(); // pages that were shown from a copy: what they load comes from the same day

  const shown = async copy => {
    const then = new Date(day(copy)), html = await copy.text();
    const line = given.line.replace("{month}", then.getMonth() + 1).replace("{day}", then.getDate());
    const told = `<p class="gs-callout gs-callout--gap" role="status">${line} <a href="${root}${given.offline}">${given.more}</a></p>`;
    const marked = html.replace(/<main[^>]*>/, start => start + told);
    return new Response(marked, { headers: copy.headers });
  };

  const page = async (event, at, asked) => {
    const copy = isPage(at) ? await recall(at) : undefined;
    const late = new Promise((_, fail) => { if (copy) setTimeout(fail, PATIENCE); });
    try {
      return await Promise.race([asked, late]);
    } catch (error) {
      readers.add(event.resultingClientId);
      if (copy) return at === given.offline ? copy : shown(copy);
      return await recall(given.offline) ? Response.redirect(`${root}${given.offline}#${at}`) : Response.error();
    }
  };

  const file = async (request, at, reader) => {
    const copy = await recall(at);
    return copy && readers.has(reader) ? copy : fetch(request).catch(() => copy || Response.error());
  };

  const onFetch = event => {
    const { request } = event, at = place(request.url);
    if (request.method !== "GET" || at === null) return;
    if (request.mode === "navigate" && /(^|\/)$/.test(at)) {
      const asked = fetch(request, { cache: "no-cache" }), copied = asked.then(answer => isPage(at) && keep(at, answer.clone()));
      event.respondWith(page(event, at, asked));
      event.waitUntil(copied.catch(() => {}).then(inOrder));
    } else if (isFile(at)) {
      event.respondWith(file(request, at, event.clientId));
    }
  };

  /* ---- coming and going ---- */

  const fill = async () => {
    const answers = await Promise.all(given.start.concat(given.files).map(ask));
    if (!answers.every(isThere)) throw new Error(store);
  };

  self.addEventListener("install", event => {
    self.skipWaiting(); // the network decides what is shown, so a new worker changes no page that is open
    if (given) event.waitUntil(fill());
  });
  self.addEventListener("activate", event => {
    if (!given) return event.waitUntil(retreat());
    const begin = async () => {
      await (await caches.open(store)).delete(root + own);
      await self.clients.claim();
      inOrder(); // not waited for, because pages would wait, too
    };
    return event.waitUntil(begin());
  });
  if (given) {
    self.addEventListener("fetch", onFetch);
    self.addEventListener("message", event => { // the pages that were read before there was a worker
      event.waitUntil(Promise.all(event.data.map(place).filter(at => at !== null && isPage(at)).map(ask)));
    });
  }
})();

/* What this device has kept of the site (sw.js), as a list of links; loaded on the page offline/. ES2017, no dependencies. */
(() => {
  "use strict";

  const box = document.querySelector("[data-gs-kept]"), list = box.querySelector("ul"), status = box.querySelector("[role=status]");
  const actions = box.querySelector(".gs-actions");
  const root = new URL(box.dataset.root, location.href).href, store = `gongshi ${root}`;

  const filled = (words, time) => words.replace("{month}", time.getMonth() + 1).replace("{day}", time.getDate());

  const make = (parent, tag, name, text) => {
    const node = parent.appendChild(document.createElement(tag));
    node.className = name;
    if (text) node.textContent = text;
    return node;
  };

  /* A page that was kept: its address, its title without that of the site, and when it was fetched. */
  const read = (cache, url) => cache.match(url).then(copy => copy.text().then(html => {
    const title = new DOMParser().parseFromString(html, "text/html").title.replace(/ - [^-]*$/, "");
    return { url, title: title || url, time: new Date(Number(copy.headers.get("x-kept"))) };
  }));

  /* A line of the list; those that were read last come first. */
  const line = page => {
    const link = make(list.insertBefore(document.createElement("li"), list.firstChild), "a", "");
    link.href = page.url;
    make(link, "span", "gs-list__name", page.title);
    make(link, "span", "gs-list__side", filled(box.dataset.day, page.time));
  };

  const isShown = url => url.slice(-1) === "/" && url !== root + "offline/" && url !== root + "search/";

  const show = cache => cache.keys().then(found => {
    const pages = found.map(request => request.url).filter(isShown);
    return Promise.all(pages.map(url => read(cache, url))).then(all => {
      all.forEach(line);
      status.hidden = all.length > 0;
      list.hidden = actions.hidden = !all.length;
    });
  });

  const clear = () => caches.delete(store).then(() => {
    list.textContent = "";
    list.hidden = actions.hidden = true;
    status.textContent = box.dataset.cleared;
    status.hidden = false;
  });

  const asked = document.querySelector("[data-gs-asked]"), at = location.hash.slice(1);
  if (/^[^#]+\/$/.test(at)) {
    asked.querySelector("a").href = root + at;
    asked.hidden = false;
  }
  box.querySelector("button").addEventListener("click", clear);
  if (window.caches) caches.has(store).then(has => has ? caches.open(store).then(show) : undefined).catch(() => {});
})();

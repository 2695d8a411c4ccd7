/* What this device has kept of the site (sw.js), as a list of links; loaded on the page offline/. ES2017, no dependencies. */
(() => {
  "use strict";

  const box = document.querySelector("[data-gs-kept]"), list = box.querySelector("ul"), status = box.querySelector("[role=status]");
  const root = new URL(box.dataset.root, location.href).href, store = `gongshi ${root}`;

  const filled = (words, time) => words.replace("{month}", time.getMonth() + 1).replace("{day}", time.getDate());

  const make = (parent, tag, name, text) => {
    const node = parent.appendChild(document.createElement(tag));
    node.className = name;
    if (text) node.textContent = text;
    return node;
  };

  /* A page of the keep as a line: its heading, and the day on which it was fetched. */
  const line = (url, copy) => copy.text().then(html => {
    const heading = new DOMParser().parseFromString(html, "text/html").querySelector("h1"), link = make(make(list, "li", ""), "a", "");
    link.href = url;
    make(link, "span", "gs-list__name", heading ? heading.textContent : url);
    make(link, "span", "gs-list__side", filled(box.dataset.day, new Date(Number(copy.headers.get("x-kept")))));
  });

  const show = cache => cache.keys().then(found => {
    const pages = found.map(request => request.url).filter(url => url.slice(-1) === "/" && url !== root + "offline/" && url !== root + "search/");
    const lines = pages.map(url => cache.match(url).then(copy => line(url, copy)));
    return Promise.all(lines).then(() => {
      list.hidden = status.hidden = pages.length > 0;
      list.hidden = !pages.length;
      box.querySelector(".gs-actions").hidden = !pages.length;
    });
  });

  const clear = () => caches.delete(store).then(() => {
    list.textContent = "";
    list.hidden = box.querySelector(".gs-actions").hidden = true;
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

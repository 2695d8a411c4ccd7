/* Search, look-up and anchors in a page of another site, and the height for a frame. It works on what lies inside the
   fragments and changes nothing else; window.gongshi is its one name. The search and the look-up are those of our own
   site (matcher.js, search.js, lookup.js), which load their data from the folder of this script: what is typed never
   leaves the browser. ES2017, no dependencies. */
(() => {
  "use strict";

  const here = document.currentScript && document.currentScript.src;
  if (window.gongshi || !here) return; // a second fragment on the same page
  const folder = new URL(".", here).href, loads = {}, parts = {};

  const script = url => loads[url] || (loads[url] = new Promise((done, fail) => {
    const node = document.createElement("script");
    node.src = url;
    node.onload = () => done();
    node.onerror = () => {
      delete loads[url]; // so that it can be tried again
      node.remove();
      fail(new Error(url));
    };
    document.head.appendChild(node);
  }));
  const data = (name, value) => { parts[name] = value; };
  const part = (url, name) => script(url).then(() => {
    if (name in parts) return parts[name];
    delete loads[url];
    throw new Error(url);
  });
  const asset = name => `${folder}assets/gongshi/${name}`;

  /* ---- where pages stand ---- */

  const known = () => document.querySelector(".gs-embed").dataset;
  const elsewhere = url => (known().gsElsewhere || "").split(" ").some(address => address && url.startsWith(address));
  const leads = url => Boolean(known().gsSite) || !elsewhere(url);
  const place = (base, url) => {
    const cut = url.search(/[?#]|$/), path = url.slice(0, cut), rest = url.slice(cut);
    if (elsewhere(url)) return known().gsSite + url;
    if (!known().gsLink) return `${base}${path}index.html${rest.replace("#", "#gongshi-")}`;
    const address = known().gsLink.split("{path}").join(path.replace(/\/$/, "") || "index");
    return address.includes("#") ? address : address + rest.replace("#", "#gongshi-");
  };

  window.gongshi = { asset, script, data, parts, part, page: url => url, place, leads };

  /* ---- inside a frame: the site around gives as much room as is needed ---- */

  const framed = window.parent !== window && document.body && document.body.classList.contains("gs-framed");
  const tell = message => {
    const hosts = ((location.protocol === "file:" ? "" : known().gsHosts) || "*").split(" "); // on a disk there is no host
    hosts.forEach(host => window.parent.postMessage(Object.assign({ gongshi: 1 }, message), host));
  };
  const room = () => {
    const list = document.querySelector(".gs-search-list:not([hidden])"), root = document.querySelector(".gs-embed");
    tell({ height: Math.ceil(Math.max(root.getBoundingClientRect().height, list ? list.getBoundingClientRect().bottom + scrollY + 8 : 0)) });
  };

  /* ---- when the page is there ---- */

  const ready = () => {
    const roots = Array.from(document.querySelectorAll(".gs-embed"));
    const all = (selector, use) => roots.forEach(root => Array.from(root.querySelectorAll(selector)).forEach(use));

    all("[data-gs-form]", box => { // not written as forms: the page around may be one, and there is none in another
      const form = document.createElement("form");
      Array.from(box.attributes).forEach(({ name, value }) => form.setAttribute(name, value));
      if (box.dataset.gsForm) form.action = box.dataset.gsForm;
      form.append(...box.childNodes);
      form.addEventListener("submit", event => event.stopPropagation());
      box.replaceWith(form);
    });
    all(".gs-without", node => { node.hidden = true; });
    all("form.gs-search, .gs-results", node => { node.dataset.base = folder; });
    all(".gs-live", node => { node.hidden = false; });
    all("form[data-gs-lookup]", form => {
      form.dataset.gsLookup = folder + form.dataset.gsLookup;
      script(asset("lookup.js")).catch(() => {});
    });
    const load = () => script(asset("matcher.js")).then(() => script(asset("search.js"))).catch(() => {});
    all("form.gs-search [name=q]", input => input.addEventListener("focus", load));
    if (roots.some(root => root.querySelector(".gs-results") || root.contains(document.activeElement))) load();

    roots.forEach(root => root.addEventListener("click", event => { // the page around may have the same id, or a <base>
      const link = event.target.closest("a[href^='#gongshi-']");
      const target = link && Array.from(root.querySelectorAll("[id]")).find(node => node.id === link.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault();
      if (framed) tell({ top: Math.round(target.getBoundingClientRect().top + scrollY) }); else target.scrollIntoView();
    }));

    if (!framed) return;
    room();
    tell({ page: location.pathname });
    window.addEventListener("load", room);
    if (window.ResizeObserver) new ResizeObserver(room).observe(document.querySelector(".gs-embed"));
    new MutationObserver(room).observe(document.body, { attributes: true, childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
})();

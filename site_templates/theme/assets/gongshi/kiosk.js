/* A screen in the hall that everybody uses (?kiosk): nothing leads away from the site, and when nobody has touched it for a
   while it goes home and forgets what was chosen. Loaded by site.js for such screens only. ES2017, no dependencies. */
(() => {
  "use strict";

  const IDLE = 90, COUNT = 15; // seconds until it goes home, and how many of them it counts aloud

  const bar = document.querySelector("[data-gs-kiosk]"), told = bar.querySelector("[role=status]");
  const home = bar.querySelector("a"), top = new URL(".", home.href).href;
  const inputs = () => Array.from(document.querySelectorAll("input"));

  /* ---- links that lead away are text ---- */

  const leaves = link => !link.href.startsWith(top) || /\.(?!html)[a-z]+$/i.test(link.pathname);

  const plain = link => {
    const node = document.createElement("span"), web = /^https?:$/.test(link.protocol) && !link.href.startsWith(top);
    const number = link.protocol === "tel:" || link.protocol === "mailto:" ? decodeURIComponent(link.pathname) : "";
    node.append(...link.childNodes);
    const said = node.textContent, unsaid = web ? !said.includes(link.href) : number && !/[0-9@]/.test(said);
    if (unsaid) node.append(` ${web ? link.href : number}`);
    link.replaceWith(node);
  };
  const tidy = () => document.querySelectorAll("a[href]").forEach(link => { if (leaves(link)) plain(link); });

  /* ---- the next visitor finds nothing ---- */

  const kept = store => {
    try { return Object.keys(store()).filter(name => name.startsWith("gongshi.") && name !== "gongshi.kiosk"); } catch (error) { return []; }
  };
  const stores = [() => localStorage, () => sessionStorage];
  let gone = false;
  const forget = () => {
    if (gone) return;
    gone = true;
    stores.forEach(store => kept(store).forEach(name => store().removeItem(name)));
    inputs().forEach(input => { if (input.type === "checkbox") input.checked = false; else input.value = ""; });
    location.replace(home.href);
  };
  /* At home with nothing to forget there is nothing to do. */
  const fresh = () => location.href === home.href && !scrollY && !stores.some(store => kept(store).length) && !inputs().some(input => input.value);

  let touched = Date.now();
  const touch = () => { touched = Date.now(); look(); };
  const look = () => {
    if (window.speechSynthesis && window.speechSynthesis.speaking) touched = Date.now();
    const left = Math.ceil(IDLE - (Date.now() - touched) / 1000), counting = left <= COUNT && !fresh();
    bar.classList.toggle("gs-kiosk-bar--counting", counting);
    told.textContent = counting ? told.dataset.left.replace("{seconds}", Math.max(left, 0)) : "";
    if (counting && left <= 0) forget();
  };

  /* Nor what this device kept while it was no such screen. */
  const worker = navigator.serviceWorker;
  if (worker) worker.getRegistrations().then(all => all.filter(one => one.scope === top).forEach(one => one.unregister()));
  if (window.caches) caches.delete(`gongshi ${top}`).catch(() => {});

  tidy();
  new MutationObserver(tidy).observe(document.body, { childList: true, subtree: true });
  bar.querySelector("button").addEventListener("click", forget);
  ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "input"].forEach(name => {
    window.addEventListener(name, touch, { passive: true, capture: true });
  });
  setInterval(look, 1000);
})();

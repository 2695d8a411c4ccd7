/* Lists of places that get shorter as somebody types, and the halls of a place that offer a service, loaded when it is
   opened. Without it every list is whole, and a place leads to its own page. ES2017, no dependencies. */
(() => {
  "use strict";

  const gongshi = window.gongshi, plain = text => text.toLowerCase().replace(/[\s'’]+/g, "");

  /* ---- a box that narrows the list below it, by name or as it is spelt ---- */

  const box = document.querySelector("[data-gs-narrow]"), narrowed = document.querySelector("[data-gs-narrowed]");
  if (box && narrowed) {
    const rows = Array.from(narrowed.children), none = document.querySelector("[data-gs-narrow-none]");
    const names = rows.map(row => plain(`${row.querySelector("a, summary").firstElementChild.textContent} ${row.dataset.gsSpelt.replace("places/", "")}`));
    const narrow = () => {
      const wanted = plain(box.value);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = names[i].indexOf(wanted) < 0;
        if (!row.hidden) shown++;
      });
      narrowed.hidden = !shown;
      none.textContent = shown ? "" : none.dataset.words;
    };
    box.addEventListener("input", event => { if (!event.isComposing) narrow(); });
    box.addEventListener("compositionend", narrow);
    if (box.value) narrow(); // a page that was gone back to
  }

  /* ---- the halls of a place ---- */

  const offers = document.querySelector("[data-gs-service]");
  if (!offers) return;
  const wanted = +offers.dataset.gsService, loaded = {};

  const make = (parent, tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return parent.appendChild(node);
  };

  const list = (place, halls) => {
    const rows = document.createElement("ul");
    rows.className = "gs-bare";
    halls.forEach(([name, address, where, services]) => {
      const found = services.find(one => (Array.isArray(one) ? one[0] : one) === wanted);
      if (found === undefined) return;
      const link = make(make(rows, "li"), "a");
      link.href = `${address}services/${Array.isArray(found) ? found[1] : offers.dataset.id}/`;
      make(link, "span", "gs-list__name", name);
      make(link, "span", "gs-list__side", where);
    });
    place.insertBefore(rows, place.lastElementChild);
  };

  const load = place => {
    const slug = place.dataset.gsHalls;
    if (!slug || loaded[slug]) return;
    loaded[slug] = true;
    const said = place.querySelector("[role=status]") || document.createElement("p");
    said.setAttribute("role", "status");
    said.textContent = offers.dataset.loading;
    place.insertBefore(said, place.lastElementChild);
    gongshi.part(`${offers.dataset.root}places/${slug}/halls.js`, `halls ${slug}`).then(halls => {
      said.remove();
      list(place, halls);
    }, () => {
      loaded[slug] = false;
      said.textContent = offers.dataset.failed;
    });
  };

  /* The place that was looked at last on this device is open, and first, as long as the address names none. */
  const open = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const last = document.getElementById(gongshi.remembered("place") || "");
    const place = named || last;
    if (!place || place.parentNode !== offers) return;
    if (!named) offers.insertBefore(place, offers.firstElementChild);
    place.open = true;
  };

  Array.from(offers.children).forEach(place => place.addEventListener("toggle", () => {
    if (!place.open) return;
    load(place);
    gongshi.remember("place", place.id);
  }));
  open();
  window.addEventListener("hashchange", open);
})();

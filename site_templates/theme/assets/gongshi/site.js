/* What every page does. It runs in the head: the look that a visitor chose is there before anything is painted, the rest
   comes with the page. Every page works without it. ES2017, no dependencies. */
(() => {
  "use strict";

  const root = document.documentElement, here = document.currentScript.src, loads = {};

  /* The address of another file of this folder. */
  const asset = name => new URL(name, here).href;

  /* Run a script once, on whatever page; a promise. A script element also works where nothing can be fetched (file:). */
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

  /* Data that is published as a script, gongshi.data(name, value), because from a folder (file:) nothing can be fetched. */
  const parts = {}, data = (name, value) => { parts[name] = value; };
  const part = (url, name) => script(url).then(() => {
    if (name in parts) return parts[name];
    delete loads[url];
    throw new Error(url);
  });

  /* The address of a page: in a folder (file:) no server finds the index page of a folder. */
  const inFolder = location.protocol === "file:";
  const page = url => inFolder ? url.replace(/(^|\/)(?=$|[?#])/, "$1index.html") : url;

  const remembered = name => {
    try { return localStorage.getItem("gongshi." + name); } catch (error) { return null; } // cookies are switched off
  };
  const remember = (name, value) => {
    try { localStorage.setItem("gongshi." + name, value); } catch (error) { /* then for this page only */ }
  };

  /* Where a page of the search stands, and whether there is one; in another site (embed.js) both differ. */
  const place = (base, url) => base + url, leads = () => true;

  window.gongshi = { asset, script, data, parts, part, page, place, leads, remembered, remember };

  /* ---- before anything is painted ---- */

  const system = matchMedia("(prefers-color-scheme: dark)");
  const atKiosk = () => { // ?kiosk, once in a session; ?kiosk=0 ends it
    const asked = /[?&]kiosk(?:=([^&]*))?(?:&|$)/.exec(location.search);
    try {
      if (asked) sessionStorage.setItem("gongshi.kiosk", asked[1] === "0" ? "0" : "1");
      return sessionStorage.getItem("gongshi.kiosk") === "1";
    } catch (error) {
      return Boolean(asked && asked[1] !== "0"); // cookies are switched off
    }
  };
  const dress = () => {
    const dark = remembered("dark");
    root.classList.toggle("gs-dark", dark ? dark === "1" : system.matches);
    root.classList.toggle("gs-elder", remembered("elder") === "1");
  };
  root.classList.add("gs-js");
  root.classList.toggle("gs-asked", /[?&]q=[^&]/.test(location.search));
  root.classList.toggle("gs-kiosk", atKiosk());
  root.classList.toggle("gs-mute", !("speechSynthesis" in window && "SpeechSynthesisUtterance" in window));
  dress();

  /* ---- when the page is there ---- */

  const all = (selector, use) => Array.from(document.querySelectorAll(selector)).forEach(use);

  /* A button that puts a class on the page, remembered on this device; told(button, word, on) says what it does next. */
  const toggle = (name, told) => all(`[data-gs-${name}]`, button => {
    const show = () => {
      const on = root.classList.contains("gs-" + name);
      told(button, on ? button.dataset.off : button.dataset.on, on);
    };
    button.addEventListener("click", () => {
      remember(name, root.classList.toggle("gs-" + name) ? "1" : "0");
      show();
    });
    system.addListener(() => { dress(); show(); }); // old browsers know no other way
    show();
  });

  /* 长辈版 reads aloud where the device can; the script is loaded for that only. */
  const reading = on => {
    if (on && !root.classList.contains("gs-mute") && document.querySelector("[data-gs-read]")) script(asset("reading.js")).catch(() => {});
    if (!on && window.gongshi.silence) window.gongshi.silence();
  };

  /* The search is loaded when somebody turns to a box, or comes to its page with a question. Without it the form leads there. */
  const search = () => {
    const load = () => script(asset("matcher.js")).then(() => script(asset("search.js"))).catch(() => {}), boxes = "form.gs-search [name=q]";
    const box = document.querySelector("form[data-live] [name=q]") || document.querySelector(boxes);
    all(boxes, input => input.addEventListener("focus", load));
    if (document.querySelector(".gs-asked .gs-results") || document.activeElement.matches(boxes)) load();
    document.addEventListener("keydown", event => {
      if (event.key !== "/" || !box || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  };

  /* The code on a sheet leads here with its version: ?v=9A35-03CD. */
  const version = () => all("[data-gs-version]", current => {
    const scanned = /[?&]v=([0-9A-F]{4}-[0-9A-F]{4})(?:&|$)/.exec(location.search);
    if (!scanned) return;
    const same = scanned[1] === current.dataset.gsVersion, said = document.createElement("strong");
    said.textContent = same ? current.dataset.same : current.dataset.other;
    current.insertBefore(said, current.firstChild);
    current.classList.add(same ? "gs-current--same" : "gs-current--other");
    current.setAttribute("role", "status");
  });

  /* Text into the clipboard; browsers give the newer way to safe addresses only. */
  const copy = text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  };

  /* The address of the page goes to another program of the phone, or into the clipboard; at worst it is shown. */
  const share = () => all("[data-gs-share]", button => {
    const url = (document.querySelector("link[rel=canonical]") || location).href, said = button.parentNode.querySelector("[role=status]");
    const copied = () => copy(url).then(() => { said.textContent = button.dataset.done; }, () => { said.textContent = url; });
    button.addEventListener("click", () => {
      if (!navigator.share) return copied().then(() => button.focus());
      return navigator.share({ title: document.title, url }).catch(error => error.name !== "AbortError" && copied());
    });
  });

  /* Names and titles break between words, where the browser knows words; a single character stays with what is
     before. They are painted by now: what would get another number of lines, or be cut, stays as it is: nothing moves. */
  const unparted = () => {
    if (!window.Intl || !Intl.Segmenter) return;
    const known = new Intl.Segmenter("zh", { granularity: "word" });
    const marked = text => {
      const pieces = document.createDocumentFragment();
      let before = "";
      Array.from(known.segment(text.data)).forEach(word => {
        if (/[^\d\s]$/.test(before) && word.isWordLike && word.segment.length > 1) pieces.appendChild(document.createElement("wbr"));
        pieces.appendChild(document.createTextNode(word.segment));
        before = word.isWordLike ? word.segment : "";
      });
      text.replaceWith(pieces);
    };
    all("h1, .gs-brand__name, .gs-cards strong, .gs-tiles__name, .gs-facts__bring a", node => {
      const size = () => `${node.offsetHeight} ${node.scrollHeight}`, before = size(), plain = Array.from(node.childNodes);
      plain.filter(child => child.nodeType === Node.TEXT_NODE).forEach(marked);
      node.classList.add("gs-words");
      if (size() === before) return;
      node.replaceChildren(...plain);
      node.classList.remove("gs-words");
    });
  };

  /* On a phone the header is one row; its buttons show the search box and the menu below it. */
  const folds = () => all("[data-gs-fold]", button => button.addEventListener("click", () => {
    const header = button.closest("header"), name = button.dataset.gsFold, on = header.classList.toggle("gs-open-" + name);
    button.setAttribute("aria-expanded", String(on));
    if (on && name === "search") header.querySelector("[name=q]").focus();
  }));

  /* `words` with the day and the address of this page; and the line of a printed page. */
  const dated = words => {
    const now = new Date(), two = number => String(number).padStart(2, "0"), official = document.querySelector("link[rel=canonical]");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return words.replace("{day}", day).replace("{url}", inFolder && official ? official.href : location.href.replace(/[?#].*/, ""));
  };
  const printed = () => dated(document.querySelector("[data-gs-paper]").dataset.words);
  Object.assign(window.gongshi, { copy, dated, printed });
  window.addEventListener("beforeprint", () => all("[data-gs-paper]", line => { line.textContent = printed(); }));

  /* From the second page of a visit on, pages that were read are kept for places without a network (sw.js): at the address
     of the site only, not in a preview or a copy. */
  const keep = () => {
    const worker = navigator.serviceWorker, official = document.querySelector("link[rel=canonical]");
    if (!worker || worker.controller || !document.querySelector("link[rel=manifest]") || root.classList.contains("gs-kiosk")) return;
    if (!official || new URL(official.href).host !== location.host) return;
    try {
      const first = sessionStorage.getItem("gongshi.first");
      sessionStorage.setItem("gongshi.first", first || location.href);
      if (!first) return;
      worker.register(new URL("../../sw.js", here)).then(() => worker.ready)
        .then(ready => ready.active.postMessage([first, location.href])).catch(() => {});
    } catch (error) { /* cookies are switched off */ }
  };
  window.addEventListener("load", keep);

  /* Links that scripts have made. */
  const complete = event => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol === "file:") link.href = page(link.href);
  };
  if (inFolder) document.addEventListener("click", complete, true);

  document.addEventListener("DOMContentLoaded", () => {
    unparted();
    folds();
    toggle("elder", (button, word, on) => {
      button.textContent = word;
      button.setAttribute("aria-pressed", String(on));
      reading(on);
    });
    toggle("dark", (button, word) => { button.title = word; });
    search();
    version();
    share();
    if (root.classList.contains("gs-kiosk")) script(asset("kiosk.js")).catch(() => {});
    all("[data-gs-print]", button => button.addEventListener("click", () => window.print()));
  });
})();

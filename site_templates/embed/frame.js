/* For the page around <iframe data-gongshi>: gives each frame the height that its page asks for. A message counts only if
   it comes from the window of such a frame, from the host that its address names, and asks for a sound number. Without
   this script a frame keeps the height that it has in the page, and scrolls. ES2017, no dependencies, no global names. */
(() => {
  "use strict";

  const MOST = 50000, seen = new WeakSet();
  const NONE = new Set(["null", "file://"]); // of files on a disk; browsers write one here and the other there
  const from = (event, frame) => {
    const origin = new URL(frame.src, location.href).origin;
    return event.origin === origin || (NONE.has(origin) && NONE.has(event.origin));
  };
  const number = value => Number.isFinite(value) && value >= 0 && value <= MOST;

  window.addEventListener("message", event => {
    const said = event.data;
    if (!said || said.gongshi !== 1) return;
    Array.from(document.querySelectorAll("iframe[data-gongshi]")).forEach(frame => {
      if (frame.contentWindow !== event.source || !from(event, frame)) return;
      if (number(said.height) && said.height) frame.style.height = `${said.height}px`;
      if (number(said.top)) window.scrollTo(0, frame.getBoundingClientRect().top + window.scrollY + said.top);
      if (said.page && seen.has(frame) && frame.getBoundingClientRect().top < 0) frame.scrollIntoView(); // another page begins at its top
      if (said.page) seen.add(frame);
    });
  });
})();

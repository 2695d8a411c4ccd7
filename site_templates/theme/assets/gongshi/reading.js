/* 读给我听: the text of the page, read aloud by the speech of the device. Loaded by site.js in 长辈版, where there is any.
   ES2017, no dependencies. */
(() => {
  "use strict";

  const gongshi = window.gongshi, speech = window.speechSynthesis;
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, summary, legend, label, figcaption";
  const SILENT = "button, form, nav, svg, select, textarea, [role=status], .gs-button, .gs-crumbs, .gs-read, .gs-page-tools, .gs-listbar, .gs-callbar";
  const LONGEST = 80; // some browsers fall silent in the middle of longer pieces

  /* Pieces to say one after the other: sentences, long ones divided at commas or, at worst, anywhere. */
  const pieces = text => (text.replace(/\s+/g, " ").match(/[^。！？；]+[。！？；]*/g) || [])
    .flatMap(sentence => sentence.length > LONGEST ? sentence.match(/[^，、：,]+[，、：,]*/g) : [sentence])
    .flatMap(part => part.match(new RegExp(`.{1,${LONGEST}}`, "gu")))
    .map(part => part.trim()).filter(part => /[0-9A-Za-z\u3400-\u9fff]/.test(part));

  /* What stands on the page and can be seen, block by block. */
  const texts = main => {
    const found = [], walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest(SILENT) || !parent.getClientRects().length) continue;
      const block = parent.closest(BLOCKS) || parent;
      if (block === last) found[found.length - 1] += node.data;
      else found.push(node.data);
      last = block;
    }
    return found;
  };

  const voice = () => speech.getVoices().find(each => /^(zh|cmn)([-_](Hans|CN)|$)/i.test(each.lang));

  let left = null, current = null; // what has yet to be said; the piece is kept, or some browsers forget to tell its end

  const show = button => { button.textContent = left ? button.dataset.off : button.dataset.on; };
  const stop = button => {
    left = null;
    speech.cancel();
    show(button);
  };
  const next = button => {
    if (!left) return;
    if (!left.length) { stop(button); return; }
    const piece = current = new SpeechSynthesisUtterance(left.shift());
    piece.lang = "zh-CN";
    piece.voice = voice() || null;
    piece.rate = .9;
    piece.onend = () => { if (piece === current) next(button); };
    piece.onerror = () => { if (piece === current && left) stop(button); };
    speech.speak(piece);
  };

  const button = document.querySelector("[data-gs-read]");
  button.addEventListener("click", () => {
    if (left) { stop(button); return; }
    speech.cancel();
    left = texts(document.getElementById("content")).flatMap(pieces);
    show(button);
    next(button);
  });
  gongshi.silence = () => stop(button);
  window.addEventListener("pagehide", gongshi.silence);
})();

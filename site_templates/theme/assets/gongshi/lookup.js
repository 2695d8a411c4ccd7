/* Look up one case by its number. Files, keys and forms of a number are described in generator/lookup.py. The number
   never leaves the browser: only the shard it falls into is asked for. ES2017, no dependencies. */
(() => {
  "use strict";

  /* ---- numbers and keys: pure functions ---- */

  const strict = text => text.normalize("NFKC").toUpperCase().replace(/[\p{Z}\p{C}]/gu, "").replace(/[\p{Pd}−_]/gu, "-");
  const loose = text => text.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

  /* FNV-1a, 64 bits, as two halves of 32: the prime is 2^40 + 435. */
  const fnv1a = text => {
    let high = 0xcbf29ce4, low = 0x84222325;
    for (const byte of new TextEncoder().encode(text)) {
      low = (low ^ byte) >>> 0;
      const product = low * 435;
      high = (high * 435 + Math.floor(product / 0x100000000) + ((low << 8) >>> 0)) % 0x100000000;
      low = product % 0x100000000;
    }
    return [high, low];
  };

  const key = ([high, low]) => [high, low].map(half => half.toString(16).padStart(8, "0")).join("")
    .replace(/./g, digit => String.fromCharCode(97 + parseInt(digit, 16)));

  const shard = ([, low], count) => (low & (count - 1)).toString(16).padStart(2, "0");

  if (typeof document === "undefined") return;
  window.gongshiLookup = { strict, loose, fnv1a, key, shard };

  /* ---- the page ---- */

  const form = document.querySelector("[data-gs-lookup]");
  if (!form) return;
  const words = form.dataset, input = form.querySelector("input");
  const answers = [...document.querySelectorAll("[data-answer]")];
  let asked = 0;

  const show = (name, fill) => answers.forEach(node => {
    node.hidden = node.dataset.answer !== name;
    if (!node.hidden && fill) fill(node);
    if (!node.hidden) node.scrollIntoView({ block: "nearest" });
  });
  const say = text => show("said", node => { node.textContent = text; });
  const put = (node, field, text) => { node.querySelector(`[data-field="${field}"]`).textContent = text; };

  const showCase = entry => show("case", node => {
    const [outcome, accepted, due, completed, days] = entry;
    node.querySelectorAll("[data-outcome]").forEach(word => { word.hidden = word.dataset.outcome !== outcome; });
    put(node, 1, accepted);
    put(node, 2, due || words.noDue);
    put(node, "days", days ? words.days.replace("{days}", days) : "");
    put(node, 3, completed || words.notYet);
  });
  const showGone = ([on, reason]) => show("gone", node => { put(node, 0, on); put(node, 1, reason); });

  const find = typed => {
    const number = ++asked, hash = fnv1a(loose(typed));
    fetch(`${words.gsLookup}${shard(hash, Number(words.shards))}.json`)
      .then(answer => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      })
      .then(cases => {
        const has = name => Object.prototype.hasOwnProperty.call(cases, name) && cases[name];
        const entry = has(key(hash)) || has(key(fnv1a(strict(typed))));
        if (number !== asked) return;
        if (!entry) show("missing");
        else if (entry.length === 2) showGone(entry);
        else showCase(entry);
      })
      .catch(() => { if (number === asked) say(words.failed); });
  };

  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (loose(input.value)) {
      if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard of a phone would cover the answer
      find(input.value);
    }
    else { asked++; say(words.empty); input.focus(); }
  });
})();

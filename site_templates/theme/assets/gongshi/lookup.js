/* Look up one case by its receipt number or query code. Files, names and texts of entries are described in
   generator/site/lookup.py. The number never leaves the browser: only the shard it falls into is asked for. SHA-256 is
   written out because browsers offer theirs to https pages only, and many halls have none. ES2017, no dependencies. */
(() => {
  "use strict";

  /* ---- forms of a number ---- */

  const strict = text => text.normalize("NFKC").toUpperCase().replace(/[\p{Z}\p{C}]/gu, "").replace(/[\p{Pd}−_]/gu, "-");
  const loose = text => text.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

  /* ---- SHA-256, HMAC and PBKDF2, over arrays of bytes ---- */

  const bytes = text => [...new TextEncoder().encode(text)];

  /* The first 32 bits of the fractions of roots of the first primes: FIPS 180-4, 4.2.2 and 5.3.3. */
  const PRIMES = [];
  for (let number = 2; PRIMES.length < 64; number++) if (PRIMES.every(prime => number % prime)) PRIMES.push(number);
  const fraction = root => Math.floor((root - Math.floor(root)) * 0x100000000);
  const START = PRIMES.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
  const ROUNDS = PRIMES.map(prime => fraction(Math.cbrt(prime)));
  const words = new Int32Array(64);

  const compress = (state, block, at) => {
    const turn = (word, by) => word >>> by | word << 32 - by;
    for (let i = 0; i < 64; i++) {
      if (i < 16) {
        const j = at + 4 * i;
        words[i] = block[j] << 24 | block[j + 1] << 16 | block[j + 2] << 8 | block[j + 3];
      } else {
        const early = words[i - 15], late = words[i - 2];
        words[i] = words[i - 16] + words[i - 7] + (turn(early, 7) ^ turn(early, 18) ^ early >>> 3)
          + (turn(late, 17) ^ turn(late, 19) ^ late >>> 10);
      }
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + ROUNDS[i] + words[i] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
    }
    return [a, b, c, d, e, f, g, h].map((word, i) => word + state[i] | 0);
  };

  /* The hash of MESSAGE after BEFORE bytes (whole blocks) that led to STATE. */
  const sha256 = (message, state = START, before = 0) => {
    const size = message.length, padded = new Uint8Array(size + 72 - (size + 8) % 64), bits = (before + size) * 8;
    padded.set(message);
    padded[size] = 128;
    for (let i = 0; i < 4; i++) padded[padded.length - 1 - i] = bits >>> 8 * i;
    for (let at = 0; at < padded.length; at += 64) state = compress(state, padded, at);
    return state.reduce((all, word) => (all.push(word >>> 24, word >>> 16 & 255, word >>> 8 & 255, word & 255), all), []);
  };

  const hmac = key => {
    const block = [...(key.length > 64 ? sha256(key) : key)];
    while (block.length < 64) block.push(0);
    const [inner, outer] = [0x36, 0x5c].map(pad => compress(START, block.map(byte => byte ^ pad), 0));
    return message => sha256(sha256(message, inner, 64), outer, 64);
  };

  const pbkdf2 = (password, salt, rounds) => {
    const next = hmac(password);
    let last = next([...salt, 0, 0, 0, 1]);
    const all = [...last];
    for (let round = 1; round < rounds; round++) {
      last = next(last);
      for (let i = 0; i < 32; i++) all[i] ^= last[i];
    }
    return all;
  };

  /* ---- entries ---- */

  const CODE_ROUNDS = 5000;

  const letters = data => data.map(byte => String.fromCharCode(97 + (byte >> 4), 97 + (byte & 15))).join("");
  const unletters = text => (text.match(/../g) || []).map(two => two.charCodeAt(0) - 97 << 4 | two.charCodeAt(1) - 97);

  const shard = (typed, salt, count) => {
    const hash = sha256(bytes(salt + loose(typed)));
    return (((hash[2] << 8 | hash[3]) & count - 1) >>> 0).toString(16).padStart(2, "0");
  };

  /* What stands in ENTRIES under what was typed, as a receipt number or as a query code; null where nothing does. */
  const entryOf = (entries, typed, salt) => {
    for (const [form, rounds] of [[loose(typed), 1], [strict(typed), 1], [loose(typed), CODE_ROUNDS]]) {
      const prf = hmac(pbkdf2(bytes(form), bytes(salt), rounds));
      const name = letters(prf(bytes("name")).slice(0, 8));
      if (!Object.prototype.hasOwnProperty.call(entries, name)) continue;
      const data = unletters(entries[name]), tag = data.slice(0, 16), hidden = data.slice(16);
      const stream = [];
      for (let block = 0; stream.length < hidden.length; block++) stream.push(...prf([...bytes("stream"), ...tag, block]));
      const text = hidden.map((byte, i) => byte ^ stream[i]);
      if (letters(prf([...bytes("tag"), ...text]).slice(0, 16)) === letters(tag)) {
        return JSON.parse(new TextDecoder().decode(new Uint8Array(text)));
      }
    }
    return null;
  };

  if (typeof document === "undefined") return;
  const gongshi = window.gongshi;
  window.gongshiLookup = { strict, loose, sha256, hmac, pbkdf2, bytes, letters, shard, entryOf };

  /* ---- the page ---- */

  const form = document.querySelector("[data-gs-lookup]");
  if (!form) return;
  const says = form.dataset, input = form.querySelector("input");
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
    put(node, 2, due || says.noDue);
    put(node, "days", days ? says.days.replace("{days}", days) : "");
    put(node, 3, completed || says.notYet);
  });
  const showGone = ([on, reason]) => show("gone", node => { put(node, 0, on); put(node, 1, reason); });

  const find = typed => {
    const number = ++asked, { salt, shards } = says, part = shard(typed, salt, Number(shards));
    gongshi.part(`${says.gsLookup}${salt}/${part}.js`, `lookup ${part}`)
      .then(entries => {
        if (number !== asked) return;
        const entry = entryOf(entries, typed, salt);
        if (!entry) show("missing");
        else if (entry.length === 2) showGone(entry);
        else showCase(entry);
      })
      .catch(() => { if (number === asked) say(says.failed); });
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    if (loose(input.value)) {
      if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard of a phone would cover the answer
      find(input.value);
    }
    else { asked++; say(says.empty); input.focus(); }
  });
})();

/* What a query finds, in which order and why: pure functions over the parts of the index that generator/site/search.py
   describes. The box (search.js), `gongshi search` and the tests run this same file. ES2017, no dependencies, no page. */
(() => {
  "use strict";

  const gongshi = window.gongshi = window.gongshi || {};
  gongshi.parts = gongshi.parts || {};
  gongshi.data = gongshi.data || ((name, value) => { gongshi.parts[name] = value; });

  const EXACT = 100, MEANT = 92, PREFIX = 90, TITLE = 80, ALIAS = 70, HIDDEN = 60, WORDS = 50, TILED = 46, ORDERED = 42;
  const SOUND = 40, HEARD = 37, SLIP = 34, NAMED = 31; // down to here an answer,
  const GUESS = 20; // at most this is a guess.
  const REST = 4, MEANS = 6; // what comes off where asking words had to be dropped, or everyday words replaced
  const NEXT = 0.5, NEXT_OF_PHRASE = 10; // and for each meaning before: the whole name of a second one stands behind the beginning of a first
  const STRONG = ORDERED - MEANS;
  const MEANINGS = 20; // so many ways of reading a query
  const TITLE_ROLE = 0, ALIAS_ROLE = 1, HIDDEN_ROLE = 2, WORD_ROLE = 3;
  const LONG = 20; // what is meant by a hidden term alone stands behind names as if it was so much longer
  const KIND = 8; // what a guess gains where its kind was asked for
  const CODE = 4; // so many characters of an item code are told from other numbers
  const RARE = 6, CLOSE = 200, STEPS = 64; // of so many characters the names; so many are looked at closely; how fine they are told apart
  const MENTIONED = 0.62, PERHAPS = 0.36, PARTLY = 0.25, LEAST = 0.12; // shares of a query that a passage or a name holds
  const SIGNS = /[\ufe00-\ufe6f\u02b0-\u036f\0-\t\v-/:-`{-\u00bf\u2000-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u30fb\uff00-\uff65]+/g;
  const HAN = /[\u3400-\u9fff]/;

  const wide = text => text.normalize("NFKC").toLowerCase().replace(/ü/g, "v");
  const PURE = /^[\u3400-\u9fff]+$/; // most names are of these, and stay as they are
  const fold = text => PURE.test(text) ? text : wide(text).replace(SIGNS, "");
  const lines = text => text ? text.split("\n") : [];
  const has = (text, part) => text.indexOf(part) >= 0;
  const pairsOf = text => {
    const pairs = [];
    for (let i = 1; i < text.length; i++) pairs.push(text.substr(i - 1, 2));
    return pairs.filter((pair, i) => pairs.indexOf(pair) === i);
  };
  const pattern = words => new RegExp(words.slice().sort((a, b) => b.length - a.length).join("|") || "$^", "g");

  /* How a syllable sounds to those who do not tell zh from z, ch from c, sh from s, ng from n and l from n. */
  const blur = text => text.replace(/([zcs])h/g, "$1").replace(/ng(?![aeiou])/g, "n").replace(/n(?=[aeiouv])/g, "l");

  /* Values that are made when they are first asked for: letters are not typed by all. */
  const lazily = (target, makers) => {
    Object.keys(makers).forEach(name => Object.defineProperty(target, name, {
      configurable: true,
      get() {
        const value = makers[name]();
        Object.defineProperty(target, name, { value });
        return value;
      },
    }));
    return target;
  };

  /* The same function, which works once for each text; for syllables, of which there are few. */
  const once = change => {
    const known = new Map();
    return text => {
      let found = known.get(text);
      if (found === undefined) known.set(text, found = change(text));
      return found;
    };
  };
  const blurOne = once(blur);

  /* ---- the index ---- */

  const spelling = (name, sounds) => {
    const spelt = [];
    for (const char of PURE.test(name) ? name : wide(name)) if (sounds[char] || /[a-z0-9\u3400-\u9fff]/.test(char)) spelt.push(sounds[char] || char);
    return spelt;
  };

  /* A number in base 26 with the digits a to z (site/handed.py says why). */
  const numberOf = letters => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 97, 0);

  const readEntries = data => {
    const columns = data.entries.map(column => column.split("\n")), list = text => text ? text.split("\t") : [];
    return columns[0].map((letter, order) => {
      const [, title, url, spelt, summary, window, words, aliases, hidden, note, abolished] = columns.map(column => column[order]);
      const number = numberOf(letter), own = window ? [numberOf(window)] : [], [kind, folder] = data.kinds[number];
      return {
        kind, kindOrder: number, title, url: folder + url, order, summary, window: data.words[own[0]] || "", words: [...own, ...list(words).map(numberOf)],
        aliases: list(aliases), hidden: list(hidden), note, abolished: +!!abolished, spelt: spelt.split("\t"),
      };
    });
  };

  /* Every name: whose it is, in which role, how it is written and spelt. Words that many share are names of all of them. */
  const readNames = (entries, words, sounds) => {
    const names = [], shared = new Map();
    const add = (owners, role, written, spelt) => {
      const text = fold(written), cut = text === written ? text : wide(written).replace(SIGNS, "\n").replace(/^\n+|\n+$/g, "");
      if (text) names.push({ owners, role, written, text, cut, spelt: spelt ? spelt.split("'") : spelling(written, sounds) });
    };
    entries.forEach(entry => {
      add([entry], TITLE_ROLE, entry.title, entry.spelt[0]);
      entry.aliases.forEach((alias, i) => add([entry], ALIAS_ROLE, alias, entry.spelt[i + 1]));
      entry.hidden.forEach(term => add([entry], HIDDEN_ROLE, term, ""));
      entry.words.forEach(number => {
        if (shared.has(number)) shared.get(number).push(entry); else shared.set(number, [entry]);
      });
    });
    shared.forEach((owners, number) => add(owners, WORD_ROLE, words[number], ""));
    return names;
  };

  /* Which names hold a character, for two ways of writing: as it is, and as it sounds. */
  const layerOf = (names, textOf) => {
    const postings = new Map(), texts = names.map(textOf);
    texts.forEach((text, number) => {
      for (let i = 0; i < text.length; i++) {
        const found = postings.get(text[i]);
        if (!found) postings.set(text[i], [number]);
        else if (found[found.length - 1] !== number) found.push(number);
      }
    });
    const weight = char => Math.log(1 + names.length / (1 + (postings.get(char) || []).length));
    return { texts, postings, weight, weights: new Float32Array(names.length), counts: new Uint8Array(names.length) };
  };

  /* The letters of a text as bits; the few other characters share the last ones. */
  const lettersOf = text => {
    let bits = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i) - 97;
      bits |= 1 << (code >= 0 && code < 26 ? code : 26 + (code & 3));
    }
    return bits;
  };

  /* How many letters of the first are not in the second. */
  const lacking = (wanted, held) => {
    let count = 0;
    for (let rest = wanted & ~held; rest; rest &= rest - 1) count++;
    return count;
  };

  /* All spellings in one string, with the places where a syllable and a name begin, the letters of each name, and the names
     by their first letter. */
  const spellings = (names, change) => {
    const read = once(syllable => ({ text: change(syllable), letters: lettersOf(change(syllable)) })), places = [], starts = new Uint32Array(names.length + 1), letters = new Int32Array(names.length), firsts = new Map();
    let text = "";
    names.forEach((name, number) => {
      starts[number] = text.length;
      name.spelt.forEach(syllable => {
        places.push(text.length);
        const one = read(syllable);
        text += one.text;
        letters[number] |= one.letters;
      });
      text += "\n";
      const first = name.spelt.length ? read(name.spelt[0]).text[0] : "";
      if (firsts.has(first)) firsts.get(first).push(number); else firsts.set(first, [number]);
    });
    starts[names.length] = text.length;
    const begins = new Uint8Array(text.length);
    places.forEach(place => { begins[place] = 1; });
    return { text, begins, starts, letters, firsts };
  };

  const soundTable = data => {
    const sounds = {};
    [data.others, data.sounds].forEach(table => Object.keys(table).forEach(syllable => {
      for (const char of table[syllable]) sounds[char] = syllable;
    }));
    return sounds;
  };

  /* Every syllable of a name, and every character that stands in one. */
  const readingsOf = (entries, sounds, written) => {
    const own = [].concat(...entries.map(entry => entry.spelt.filter(Boolean).map(spelt => spelt.split("'"))));
    return new Set([...Object.keys(sounds).map(char => sounds[char]), ...[].concat(...own), ...written.postings.keys()]);
  };

  const byText = names => {
    const found = new Map();
    names.forEach(name => {
      if (name.role === WORD_ROLE) return;
      if (found.has(name.text)) found.get(name.text).push(name); else found.set(name.text, [name]);
    });
    return found;
  };

  /* An everyday word; or 屋/房+漏/塌, of which one of the first and one of the second have to be said. */
  const phrase = word => word.split("+").map(part => part.split("/").sort((a, b) => b.length - a.length));

  const prepare = data => {
    const sounds = soundTable(data), entries = readEntries(data), names = readNames(entries, data.words, sounds);
    const synonyms = data.synonyms.map(row => ({ words: row[0].split(" ").map(phrase), means: row[1].split(" ") })), written = layerOf(names, name => name.text);
    return lazily({
      data, entries, names, sounds, synonyms, written,
      stops: pattern(data.stops), leading: new RegExp(`^[${data.edges[0]}]+`), trailing: new RegExp(`[${data.edges[1]}]+$`),
      intents: data.intents.map(row => ({ card: row[0], words: pattern(row[1].split(" ")) })),
      hallWords: pattern(data.hallWords), heard: null, codes: null, passages: null, simplified: null, given: new Set(),
    }, {
      byText: () => byText(names), readings: () => readingsOf(entries, sounds, written), plain: () => spellings(names, syllable => syllable),
      blurred: () => spellings(names, blur), initials: () => spellings(names, syllable => syllable[0]),
    });
  };

  /* ---- parts that come later ---- */

  const soundOf = once(syllable => String.fromCharCode(0xe000 + [...blur(syllable)].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 6007, 7)));

  const addSounds = (index, data) => {
    const sounds = {}, simplified = {};
    Object.keys(data.first).forEach(syllable => { for (const char of data.first[syllable]) sounds[char] = syllable; });
    for (let i = 0; i < data.traditional.length; i += 2) simplified[data.traditional[i]] = data.traditional[i + 1];
    index.heard = layerOf(index.names, name => name.spelt.map(soundOf).join(""));
    index.soundsOf = text => Array.from(text).map(char => soundOf(index.sounds[char] || sounds[char] || char)).join("");
    const all = Object.assign({}, sounds, index.sounds);
    index.syllables = text => spelling(text, all);
    index.simplified = simplified;
  };

  const addCodes = (index, rows) => { index.codes = rows.map(row => ({ entry: index.entries[row[0]], codes: row[1].split("\n") })); };

  /* ---- reading a query ---- */

  /* A way to read the query: what it costs, the everyday word behind it, and the best score that it can give. */
  const formOf = (text, cost, why, most) => ({ text, cost, why: why || "", most: most || EXACT });

  const strip = (index, text) => text.replace(index.stops, " ").split(" ").map(part => {
    const left = part.replace(index.leading, "").replace(index.trailing, "");
    return left || (part.length > 1 ? part : "");
  }).filter(Boolean);

  const simplify = (index, text) => index.simplified ? text.replace(/[^\0-\u2fff]/g, char => index.simplified[char] || char) : text;

  /* The pieces of a text that say a phrase, none of them twice; [] where one is missing. */
  const saying = (parts, text) => {
    const said = [];
    for (const words of parts) {
      const word = words.find(each => has(text, each));
      if (!word) return [];
      said.push(word);
      text = text.replace(word, " ");
    }
    return said;
  };

  const sizeOf = said => said.join("").length;

  /* What a text says in everyday words, that which takes most of it first: {said, means, rest}. */
  const everyday = (index, text) => index.synonyms.map(row => {
    const said = row.words.map(parts => saying(parts, text)).sort((a, b) => sizeOf(b) - sizeOf(a))[0];
    return { said, means: row.means, rest: said.reduce((left, word) => left.replace(word, " "), text) };
  }).filter(row => row.said.length).sort((a, b) => sizeOf(b.said) - sizeOf(a.said));

  /* The most that what is meant can score: less where it is little of what was asked. */
  const mostOf = (said, rest) => {
    const size = sizeOf(said), part = size / (size + rest);
    const enough = said.length > 1 ? size > 2 || part >= 0.5 : part >= (size > 2 ? 0.4 : 0.5);
    return enough ? NAMED + 2 * part : GUESS * (0.7 + part / 2);
  };

  /* The query as typed, without asking words, and with what its everyday words mean; and its parts, where it has several. */
  const read = (index, query) => {
    const parts = simplify(index, wide(query.slice(0, 60))).split(SIGNS).map(fold).filter(Boolean);
    const typed = parts.join(""), left = parts.reduce((all, part) => all.concat(strip(index, part)), []);
    const forms = typed ? [formOf(typed, 0)] : [];
    const add = form => { if (form.text && forms.length < MEANINGS && !forms.some(each => each.text === form.text)) forms.push(form); };
    add(formOf(left.join(""), REST));
    forms.slice().forEach(form => everyday(index, form.text).forEach(row => row.means.forEach((mean, i) => {
      const next = row.said.length > 1 ? NEXT_OF_PHRASE : NEXT, rest = strip(index, row.rest).join("").length, why = `${row.said.join("…")}=${mean}`;
      if (rest > 1 && row.said.length === 1) add(formOf(form.text.replace(row.said[0], mean), MEANS + i * next, why));
      add(formOf(mean, MEANS + i * next, why, rest < 2 ? EXACT : mostOf(row.said, rest) - i / 4));
    })));
    return { typed, forms, parts: parts.length > 1 ? parts : [], core: left.join("") || typed };
  };

  /* ---- names ---- */

  const LEVELS = [TITLE, ALIAS, HIDDEN, WORDS];

  /* [score, why] of a name that holds the text as it is; 0 for not at all. */
  const whole = (name, text, source) => {
    if (source === text) return [name.role === HIDDEN_ROLE ? MEANT : name.role === WORD_ROLE ? WORDS + 5 : EXACT - (name.role && 0.5), "exact"];
    if (name.role < HIDDEN_ROLE && source.startsWith(text)) return [PREFIX - (name.role && 0.5), "prefix"];
    return has(source, text) ? [LEVELS[name.role], "part"] : [0, ""];
  };

  const inOrder = (source, text) => {
    let at = -1, first = -1;
    for (const char of text) {
      at = source.indexOf(char, at + 1);
      if (at < 0) return false;
      if (first < 0) first = at;
    }
    return at - first < 3 * text.length + 2;
  };

  /* How much of the text can be laid out with pieces of the source, at least two characters long: [share, pieces]. */
  const tiles = (source, text, weights) => {
    let held = 0, all = 0, pieces = 0;
    for (let i = 0; i < text.length;) {
      let size = 0;
      while (i + size < text.length && has(source, text.substr(i, size + 1))) size++;
      if (size > 1) pieces++;
      for (let j = 0; j < Math.max(size, 1); j++) {
        all += weights[i + j];
        if (size > 1) held += weights[i + j];
      }
      i += Math.max(size, 1);
    }
    return [all ? held / all : 0, pieces];
  };

  let before = [], last = [], filling = []; // rows of the table below; made once, because it is filled for thousands of names

  /* Damerau-Levenshtein distance of text to source, or where `open` to the best beginning of it; more than limit: limit + 1. */
  const distance = (text, source, limit, open, from, end) => {
    const start = from || 0, size = Math.min((end === undefined ? source.length : end) - start, text.length + limit);
    if (size < text.length - limit) return limit + 1;
    let best = limit + 1;
    for (let j = 0; j <= Math.min(size, limit + 1); j++) last[j] = j;
    for (let i = 1; i <= text.length; i++) {
      const low = Math.max(1, i - limit), high = Math.min(size, i + limit);
      let least = i;
      filling[low - 1] = low === 1 ? i : limit + 1;
      filling[high + 1] = limit + 1;
      for (let j = low; j <= high; j++) {
        const same = text[i - 1] === source[start + j - 1];
        let cost = Math.min(last[j - 1] + (same ? 0 : 1), last[j] + 1, filling[j - 1] + 1);
        if (i > 1 && j > 1 && text[i - 1] === source[start + j - 2] && text[i - 2] === source[start + j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        filling[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > limit) return limit + 1;
      const free = before;
      before = last;
      last = filling;
      filling = free;
    }
    if (!open) return size < (end === undefined ? source.length : end) - start ? limit + 1 : last[size];
    for (let j = Math.max(0, text.length - limit); j <= size; j++) best = Math.min(best, last[j]);
    return best;
  };

  const slipsAllowed = length => length < 4 ? 0 : length < 8 ? 1 : 2;

  /* The best beginning or whole of the source that differs by a slip: [score, why]. */
  const slipped = (source, text) => {
    const limit = slipsAllowed(text.length);
    if (!limit) return [0, ""];
    const full = distance(text, source, limit, false);
    if (full <= limit) return [SLIP + 2 - full, "slip"];
    const start = distance(text, source, limit, true);
    if (start <= limit) return [SLIP + 0.5 - start, "slip"];
    for (let at = source.indexOf(text[0], 1); at > 0; at = source.indexOf(text[0], at + 1)) {
      if (distance(text, source, limit, true, at) <= limit) return [SLIP - 1.5, "slip"];
    }
    return [0, ""];
  };

  /* Names that hold enough of the characters of a text, those with most of them first where there are many:
     {number, share, missing}. The rarest characters tell which names to look at. */
  const candidates = (layer, text, least) => {
    const chars = Array.from(new Set(text)).map(char => ({ char, weight: layer.weight(char) })).sort((a, b) => b.weight - a.weight);
    const rare = chars.slice(0, RARE), sum = part => part.reduce((all, each) => all + each.weight, 0), all = sum(rare), every = sum(chars);
    const found = [], steps = new Uint32Array(STEPS + 1), kept = [];
    rare.forEach(each => (layer.postings.get(each.char) || []).forEach(number => {
      if (!layer.counts[number]) found.push(number);
      layer.counts[number]++;
      layer.weights[number] += each.weight;
    }));
    found.forEach(number => { steps[Math.floor(Math.min(1, layer.weights[number] / all) * STEPS)]++; });
    let step = STEPS, close = steps[STEPS];
    while (step > 0 && close < CLOSE) close += steps[--step];
    const bound = Math.max(least, (step - 0.5) / STEPS);
    found.forEach(number => {
      if (layer.counts[number] === rare.length || layer.weights[number] / all >= bound) {
        const absent = chars.filter(each => !has(layer.texts[number], each.char));
        kept.push({ number, share: 1 - sum(absent) / every, missing: absent.length });
      }
      layer.counts[number] = 0;
      layer.weights[number] = 0;
    });
    return kept.length > CLOSE ? kept.sort((a, b) => b.share - a.share || layer.texts[a.number].length - layer.texts[b.number].length) : kept;
  };

  const weightsOf = (layer, text) => Array.from(text, char => layer.weight(char));

  /* One character: names that begin with it, then those that hold it. */
  const single = (index, text, offer) => (index.written.postings.get(text) || []).forEach(number => {
    const name = index.names[number], [score, why] = whole(name, text, name.text);
    if (score) offer(name, score, why);
  });

  /* As written: whole, beginning, part; pieces in another order; in order with gaps; with a slip; named in a question. */
  const asWritten = (index, form, offer) => {
    const { text } = form, layer = index.written, size = text.length;
    if (size < 2) return single(index, text, offer);
    const weights = weightsOf(layer, text), found = candidates(layer, text, size < 4 ? 0.5 : 0.25);
    const others = found.filter(item => {
      if (item.missing) return true;
      const name = index.names[item.number], [score, why] = whole(name, text, size < 3 && name.text !== text ? name.cut : name.text);
      if (score) offer(name, score, why);
      return !score;
    });
    const loosely = others.length === found.length; // once the text stands somewhere as it is, nothing looser is wanted
    others.slice(0, CLOSE).forEach(item => {
      const name = index.names[item.number], every = !item.missing;
      if (!loosely) return every && size > 2 && inOrder(name.text, text) && offer(name, ORDERED - (name.role && 1), "order");
      if (every && size === 2) return inOrder(name.cut, text) && offer(name, GUESS / 2, "order");
      const [share, pieces] = size > 3 ? tiles(name.text, text, weights) : [0, 0];
      if (share > 0.99) return offer(name, (name.role === WORD_ROLE ? NAMED : TILED) - pieces / 2, "pieces");
      if (every && inOrder(name.text, text)) return offer(name, ORDERED - (name.role && 1), "order");
      if (name.role < WORD_ROLE && item.missing <= slipsAllowed(size)) {
        const [score, why] = slipped(name.text, text);
        if (score) return offer(name, score, why);
      }
      if (every && size > 3) return offer(name, NAMED, "pieces");
      if (share > 0.72 && size < 9 && pieces && name.role < WORD_ROLE) return offer(name, NAMED - 2 + share, "pieces");
      if (share >= PARTLY) offer(name, GUESS * share * (name.role < WORD_ROLE ? 0.95 : 0.6), "partly");
    });
  };

  /* Whole names within a question: the more of it they are, the better. */
  const named = (index, text, offer) => {
    for (let size = Math.min(text.length - 1, 20); size > 1; size--) {
      for (let at = 0; at + size <= text.length; at++) {
        const part = size / text.length, enough = part >= (size > 2 ? 0.4 : 0.5);
        (index.byText.get(text.substr(at, size)) || []).forEach(name => offer(name, enough ? NAMED + 2 * part : GUESS * (0.7 + part / 2), "named"));
      }
    }
  };

  const sharesOne = (name, text) => Array.from(text).some(char => has(name.text, char));

  /* As it sounds, for wrong characters: two of them only where one is right and the whole name sounds so. */
  const asHeard = (index, form, offer) => {
    const text = form.text, sound = index.soundsOf(text), layer = index.heard, size = sound.length;
    if (size < 2 || !HAN.test(text)) return;
    const weights = weightsOf(layer, sound);
    candidates(layer, sound, size < 4 ? 1 : 0.5).slice(0, CLOSE).forEach(item => {
      const name = index.names[item.number], source = layer.texts[item.number];
      if (name.role === WORD_ROLE) return;
      if (size === 2) {
        if (!sharesOne(name, text)) return;
        if (source === sound) return offer(name, HEARD, "heard");
        const heard = lines(name.cut).map(index.soundsOf);
        if (heard.some(part => part.startsWith(sound) || part.endsWith(sound))) return offer(name, HEARD - 2, "heard");
        return heard.some(part => has(part, sound)) && offer(name, GUESS, "heard");
      }
      if (source === sound) return offer(name, HEARD, "heard");
      const right = Array.from(text).filter(char => has(name.text, char)).length;
      if (has(source, sound)) return offer(name, HEARD - 1 - (source.startsWith(sound) ? 0 : 1), "heard");
      if (right * 2 < size) return;
      const [share] = tiles(source, sound, weights);
      if (share > 0.99) return offer(name, HEARD - 4, "heard");
      if (!item.missing && inOrder(source, sound)) return offer(name, HEARD - 4, "heard");
      const [score] = size > 4 && item.missing <= slipsAllowed(size) ? slipped(source, sound) : [0];
      if (score) return offer(name, score - 2, "heard");
      if (share >= 0.6) offer(name, GUESS * share * 0.9, "heard");
    });
  };

  /* Letters: full pinyin from a syllable on, initials, both mixed, then with slips. */
  const LETTERS = /^[a-z0-9]+$/;

  const places = (table, text, use) => {
    let number = 0;
    for (let at = table.text.indexOf(text); at >= 0; at = table.text.indexOf(text, at + 1)) {
      while (table.starts[number + 1] <= at) number++;
      if (table.begins[at]) use(number, at);
    }
  };

  const spelt = (table, text, high, why, index, offer) => {
    const hit = (number, at) => {
      const name = index.names[number], begin = table.starts[number], end = table.starts[number + 1] - 1;
      const bonus = at > begin ? 0 : at + text.length === end ? 2 : 1;
      if (name.role < WORD_ROLE || bonus) offer(name, high - 2 + bonus - [0, 0, 0.5, 3][name.role], why);
    };
    if (text.length > 2) return places(table, text, hit);
    return (table.firsts.get(text[0]) || []).forEach(number => { if (table.text.startsWith(text, table.starts[number])) hit(number, table.starts[number]); });
  };

  /* Whether the letters are the beginnings of syllables one after the other, from the first one on. */
  const mixed = (syllables, text, number, at) => {
    if (at === text.length) return true;
    if (number === syllables.length) return false;
    const syllable = syllables[number];
    let size = 0;
    while (size < syllable.length && syllable[size] === text[at + size]) size++;
    for (; size; size--) if (mixed(syllables, text, number + 1, at + size)) return true;
    return false;
  };

  const slips = (index, text, offer) => {
    const table = index.blurred, wanted = blur(text), limit = slipsAllowed(wanted.length), long = wanted.length > 5, letters = lettersOf(wanted);
    index.names.forEach((name, number) => {
      if (name.role === WORD_ROLE || lacking(letters, table.letters[number]) > limit) return;
      const begin = table.starts[number], end = table.starts[number + 1] - 1;
      const off = distance(wanted, table.text, limit, true, begin, end);
      if (off <= limit) {
        const rest = Math.abs(end - begin - wanted.length) <= limit ? 1.5 : 0;
        offer(name, SLIP + rest - off, "slip");
      } else if (long) {
        for (let at = begin + 1; at < end; at++) {
          if (table.begins[at] && table.text[at] === wanted[0] && distance(wanted, table.text, limit, true, at, end) <= limit) return offer(name, SLIP - 3, "slip");
        }
      }
    });
  };

  /* Whether letters are syllables of a name in order, one of them with a slip at most: [syllables, slips], or null. */
  const inSyllables = (syllables, text) => {
    const reached = new Map([[0, [0, 0]]]); // place in the text -> syllables, slips
    const reach = (at, count, off) => {
      const old = reached.get(at);
      if (off < 2 && (!old || off < old[1] || (off === old[1] && count > old[0]))) reached.set(at, [count, off]);
    };
    syllables.forEach(syllable => [...reached].forEach(([at, [count, off]]) => {
      if (text.startsWith(syllable, at)) return reach(at + syllable.length, count + 1, off);
      if (off || syllable.length < 3 || text[at] !== syllable[0]) return null;
      for (let size = syllable.length - 1; size <= syllable.length + 1; size++) {
        if (distance(syllable, text.substr(at, size), 1) < 2) reach(at + size, count + 1, 1);
      }
      return null;
    }));
    return reached.get(text.length) || null;
  };

  /* Some of the syllables of a name, in order: tekunjiuzhu for te kun ren yuan jiu zhu. */
  const abbreviated = (index, text, offer) => {
    const held = new Map([...index.readings].filter(syllable => has(text, blurOne(syllable))).map(syllable => [syllable, blurOne(syllable).length]));
    if (held.size) index.names.forEach(name => {
      let known = 0;
      if (name.role < WORD_ROLE) name.spelt.forEach(syllable => { known += held.get(syllable) || 0; });
      const [count, off] = known * 2 > text.length && inSyllables(name.spelt.map(blurOne), text) || [0, 0];
      if (count > 2 || (count && !off)) offer(name, count > 3 && !off ? SLIP - 1 : GUESS, "pinyin");
    });
  };

  /* Whole names at the beginning of longer letters: dibaoshenqing for di bao. */
  const begun = (index, text, offer) => index.names.forEach(name => {
    const letters = name.role < WORD_ROLE && name.spelt.length > 1 ? name.spelt.map(blur).join("") : "";
    if (letters && text.startsWith(letters) && letters.length >= text.length * 0.4) offer(name, NAMED + letters.length / text.length, "named");
  });

  /* Some of the initials of a name, from the first one on: dbzx for di bao jia ting zhu xue. */
  const shortened = (index, text, offer) => (index.plain.firsts.get(text[0]) || []).forEach(number => {
    const name = index.names[number];
    if (name.role < WORD_ROLE && inOrder(name.spelt.map(syllable => syllable[0]).join(""), text)) offer(name, GUESS, "initials");
  });

  const asSpelt = (index, text, offer, best) => {
    if (text.length < 2) return spelt(index.initials, text, SOUND - 3, "initials", index, offer);
    spelt(index.plain, text, SOUND, "pinyin", index, offer);
    if (text.length < 40) spelt(index.initials, text, SOUND - 1, "initials", index, offer);
    if (best() < SOUND - 2) spelt(index.blurred, blur(text), SOUND - 3, "pinyin", index, offer);
    const letters = lettersOf(text);
    if (best() < SOUND - 4 && text.length < 17) (index.plain.firsts.get(text[0]) || []).forEach(number => {
      const name = index.names[number];
      if (name.role < WORD_ROLE && !lacking(letters, index.plain.letters[number]) && mixed(name.spelt, text, 0, 0)) offer(name, SOUND - 4, "initials");
    });
    if (best() < SOUND - 4 && slipsAllowed(blur(text).length)) slips(index, text, offer);
    if (best() < SLIP - 1 && text.length > 5) abbreviated(index, blur(text), offer);
    if (!best() && text.length > 5) begun(index, blur(text), offer);
    if (!best() && text.length > 3 && text.length < 8) shortened(index, text, offer);
  };

  /* ---- codes ---- */

  const asCode = (index, text, offer) => index.codes.forEach(row => row.codes.forEach(code => {
    const folded = fold(code);
    if (folded === text || (text.length >= CODE && folded.startsWith(text))) {
      offer({ owners: [row.entry], role: TITLE_ROLE, written: code, text: folded }, folded === text ? EXACT : PREFIX, "code");
    }
  }));

  /* ---- what pages say ---- */

  const OVERVIEWS = ["duties", "basis"]; // say in passing what other passages say in full

  /* Adds passages: [entry, label, text, address within the page]. */
  const addPassages = (index, rows) => {
    const all = index.passages = index.passages || { list: [], pairs: new Map(), held: new Map(), shards: 0, size: 0 };
    if (!Array.isArray(rows)) return Object.assign(all, rows);
    return rows.forEach(row => {
      const entry = index.entries[row[0]], number = all.list.length;
      const passage = { entry, label: row[1], text: row[2], anchor: row[3] || "", overview: OVERVIEWS.indexOf(row[3]) >= 0, folded: fold(row[1] + " " + row[2]) };
      all.list.push(passage);
      pairsOf(passage.folded).forEach(pair => {
        const found = all.pairs.get(pair);
        if (found) found.push(number); else all.pairs.set(pair, [number]);
      });
    });
  };

  /* Adds which entries hold two characters one after the other, where the passages come in shards. */
  const addPairs = (index, table) => Object.keys(table).forEach(pair => {
    let entry = 0;
    index.passages.held.set(pair, table[pair].split(" ").map(further => { entry += numberOf(further); return entry; }));
  });

  const SHARDED_FORMS = 3, BEST_ENTRIES = 12;

  /* The parts that hold what the pages say of a query: first those of its pairs, then those of the entries with most of them. */
  const textsFor = (index, asked) => {
    const all = index.passages;
    if (!all) return ["texts"];
    if (!all.shards) return [];
    const wanted = pairsOf(asked.forms.slice(0, SHARDED_FORMS).concat([{ text: asked.core }]).map(form => form.text).join("\n"))
      .filter(pair => !has(pair, "\n"));
    const shards = wanted.map(pair => "pairs-" + (pair.charCodeAt(0) * 31 + pair.charCodeAt(1)) % all.shards);
    const missing = shards.filter((name, i) => !index.given.has(name) && shards.indexOf(name) === i);
    if (missing.length) return missing;
    const scores = new Map();
    wanted.forEach(pair => {
      const held = all.held.get(pair) || [], weight = Math.log(1 + index.entries.length / (1 + held.length));
      held.forEach(entry => scores.set(entry, (scores.get(entry) || 0) + weight));
    });
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, BEST_ENTRIES);
    const blocks = best.map(item => "texts-" + Math.floor(item[0] / all.size));
    return blocks.filter((name, i) => !index.given.has(name) && blocks.indexOf(name) === i);
  };

  /* What a question gains a record that it calls by its whole name. */
  const callsBy = (entry, text) => {
    const called = entry.folded || (entry.folded = [entry.title, ...entry.aliases, ...entry.hidden].map(fold).filter(name => name.length > 1));
    return called.some(name => has(text, name)) ? 0.25 : 0;
  };

  const namesText = (index, entry) => entry.allNames || (entry.allNames = [entry.title, ...entry.aliases, ...entry.hidden].map(fold).join("\n"));

  /* The passages that hold most of a query, the best one of each entry: {entry, passage, share}. */
  const mentions = (index, forms, core) => {
    const { list, pairs, held, shards } = index.passages, best = new Map();
    const rarity = pair => shards ? Math.log(1 + index.entries.length / (1 + (held.get(pair) || []).length))
      : Math.log(1 + list.length / (1 + (pairs.get(pair) || []).length));
    forms.filter(form => form.most === EXACT).forEach(form => {
      const wanted = pairsOf(form.text), coreText = form.text === core ? core : strip(index, form.text).join(" ");
      if (!wanted.length) return;
      const weights = wanted.map(pair => rarity(pair) * (has(coreText, pair) ? 1 : 0.25));
      const all = weights.reduce((sum, weight) => sum + weight, 0), own = new Map();
      wanted.forEach((pair, i) => (pairs.get(pair) || []).forEach(number => own.set(number, (own.get(number) || 0) + weights[i])));
      own.forEach((weight, number) => {
        const passage = list[number], names = namesText(index, passage.entry);
        let share = weight;
        wanted.forEach((pair, i) => { if (!has(passage.folded, pair) && has(names, pair)) share += weights[i] * 0.9; });
        share = share / all - form.cost / 100 + (form.text.length > 2 && has(passage.folded, form.text) ? 0.2 : 0);
        if (passage.overview) share -= 0.15;
        share += callsBy(passage.entry, form.text);
        if (share < LEAST || (wanted.length === 1 && weight < all)) return;
        const old = best.get(passage.entry);
        if (!old || share > old.share) best.set(passage.entry, { entry: passage.entry, passage, share, why: "text", means: form.why, fine: passage.folded.length });
      });
    });
    return alike([...best.values()].sort(byShare));
  };

  const byShare = (a, b) => b.share - a.share || a.entry.abolished - b.entry.abolished ||
    a.entry.kindOrder - b.entry.kindOrder || a.fine - b.fine || a.entry.order - b.entry.order;

  /* What many services say alike is about none of them: pages that are not of services then come first. */
  const alike = found => {
    const near = found.filter(item => item.share > found[0].share - 0.06), general = found.filter(item => item.share > found[0].share - 0.2 && item.entry.kindOrder > 0 && !item.passage.overview);
    const services = near.filter(item => item.entry.kindOrder === 0);
    return services.length > 2 ? general.concat(found.filter(item => general.indexOf(item) < 0)) : found;
  };

  /* ---- the hall itself, and other offices ---- */

  const NUMBERS = "一二三四五六七八九十", DATES = /[0-9〇一二三四五六七八九十]+(?:年|月|日|号|点半?)/g;
  const windowNumber = text => {
    const found = /^第?([0-9]{1,2}|[一二三四五六七八九十])号?(?:窗口|窗|柜台)?/.exec(text);
    if (!found || found[0].length === found[1].length) return 0;
    return +found[1] || NUMBERS.indexOf(found[1]) + 1;
  };

  /* The card that the query asks for: its name, and whether nothing else was asked. Where much else was, words for the way,
     phones and hours are believed only where `any` will do. */
  const cardOf = (index, asked, any) => {
    const number = windowNumber(asked.typed);
    const window = number && index.data.hall.windows.find(each => each.number === number);
    if (window) return { card: "window", window, whole: true };
    for (const intent of index.intents) {
      const rest = asked.typed.replace(intent.words, " ");
      if (rest === asked.typed) continue;
      const left = index.intents.reduce((text, each) => text.replace(each.words, " "), rest).replace(DATES, " ").replace(index.hallWords, " ");
      const only = strip(index, left.replace(/ +/g, "")).join("").length < 2;
      if (any || only || index.data.vague.indexOf(intent.card) < 0) return { card: intent.card, whole: only };
    }
    return null;
  };

  /* What others do, if no service of the hall is called so: {word, who}. */
  const officesOf = (index, asked) => {
    const isOurs = word => index.names.some(name => name.role < HIDDEN_ROLE && name.owners[0].kind === "service" && has(name.text, word));
    const asksFor = word => asked.forms.some(form => !form.why && has(form.text, word)) && !isOurs(word);
    const found = index.data.offices.map(row => ({ word: row[0].split(" ").filter(asksFor).sort((a, b) => b.length - a.length)[0], who: row[1] }));
    return found.filter(office => office.word);
  };

  /* ---- altogether ---- */

  const ASIDE = { material: 12, notice: 8 }; // what they stand behind services by, unless their whole name was asked for
  const worth = item => item.score - (item.score < EXACT - MEANS ? ASIDE[item.entry.kind] || 0 : 0) - (item.entry.abolished && item.score > GUESS && item.score < EXACT - REST ? 35 : 0);
  const better = (a, b) => b.worth - a.worth || a.entry.abolished - b.entry.abolished ||
    a.entry.kindOrder - b.entry.kindOrder || a.fine - b.fine || a.entry.order - b.entry.order;
  const inRank = found => {
    found.forEach(item => { item.worth = worth(item); });
    return found.sort(better);
  };

  const matchNames = (index, asked) => {
    const best = new Map();
    let top = 0;
    const offering = form => (name, score, why) => name.owners.forEach(entry => {
      const aside = form.why && name.role >= HIDDEN_ROLE, worthy = Math.min(score - form.cost, aside ? HIDDEN : EXACT);
      const value = worthy > form.most ? form.most - 1 + worthy / 100 : worthy, old = best.get(entry), fine = name.text.length + (name.role && 0.5) + (aside ? LONG : 0);
      if (value > top) top = value;
      if (!old || value > old.score || (value === old.score && fine < old.fine)) best.set(entry, { entry, score: value, fine, why, name: name.written, role: name.role, means: form.why });
    });
    const letters = asked.typed.replace(/'/g, "");
    asked.forms.filter(form => !form.why).forEach(form => asWritten(index, form, offering(form)));
    if (top < STRONG) asked.forms.filter(form => form.why).forEach(form => asWritten(index, form, offering(form)));
    if (top < STRONG) asked.forms.forEach(form => named(index, form.text, offering(form)));
    if (LETTERS.test(letters)) asSpelt(index, letters, offering(formOf(letters, 0)), () => top);
    if (index.codes && LETTERS.test(asked.typed)) asCode(index, asked.typed, offering(formOf(asked.typed, 0)));
    if (top < STRONG) {
      asked.parts.forEach(part => {
        const form = formOf(part, MEANS);
        if (part.length > 1) asWritten(index, form, (name, score, why) => score >= HIDDEN && offering(form)(name, ORDERED + score / 50, why));
      });
      if (index.heard) {
        asked.forms.filter(form => !form.why).forEach(form => asHeard(index, form, offering(form)));
        if (/[a-z]/.test(letters) && HAN.test(letters)) asSpelt(index, index.syllables(letters).join(""), offering(formOf(letters, REST)), () => top);
      }
    }
    return { found: inRank([...best.values()]), top };
  };

  /* Which parts of the index would help further. */
  const wants = (index, asked, top) => {
    const needed = [], digits = (asked.typed.match(/[0-9]/g) || []).length;
    if (!index.heard && top < STRONG && HAN.test(asked.typed) && asked.typed.length > 1) needed.push("sounds");
    if (!index.codes && index.data.codes && digits > 1 && LETTERS.test(asked.typed)) needed.push("codes");
    return needed;
  };

  const LOOSE = ["named", "pieces"];
  const sameEntry = (item, i, all) => all.findIndex(each => each.entry === item.entry) === i;

  /* A name within a question is an answer unless other pages say more of what was asked. */
  const settled = (answers, said) => {
    const shares = new Map(said.map(item => [item.entry, item.share])), most = said.length ? said[0].share : 0;
    answers.filter(item => LOOSE.indexOf(item.why) >= 0).forEach(item => {
      const share = Math.min(1, shares.get(item.entry) || 0);
      item.score += most >= MENTIONED && share < Math.min(most - 0.3, MENTIONED) ? -item.score + GUESS : 4 * share;
    });
    return inRank(answers.filter(item => item.score > GUESS));
  };

  const nothing = asked => ({ answers: [], mentions: [], guesses: [], offices: [], officeFirst: false, card: null, cardFirst: false, sure: false, needs: [], asked });

  /* Names that share what little they can with a query of which nothing else was found. */
  const faintly = (index, text) => {
    const found = [];
    candidates(index.written, text, 0).forEach(item => index.names[item.number].owners.forEach(entry => {
      if (index.names[item.number].role < WORD_ROLE) found.push({ entry, score: GUESS * item.share / 2, fine: index.names[item.number].text.length, why: "partly", name: index.names[item.number].written });
    }));
    return inRank(found).filter(sameEntry).slice(0, 3);
  };

  /* What answers a query, what is said of it, what it may mean; the card of the hall and the other offices that it asks for;
     whether it is sure, so that what pages say only comes after that; and which parts of the index would tell more. */
  const find = (index, query) => {
    const asked = read(index, query);
    if (!asked.typed) return nothing(asked);
    const { found, top } = matchNames(index, asked), strong = top >= STRONG;
    let card = cardOf(index, asked);
    const others = officesOf(index, asked), ours = top >= EXACT - 1 || (found.length > 0 && found[0].entry.kind === "service" && top >= HIDDEN - REST);
    const offices = ours ? [] : top < ALIAS ? others : others.filter(office => office.word === asked.typed), letters = LETTERS.test(asked.typed) || asked.core.length < 2;
    const kinds = index.data.kindWords.filter(row => row[1].split(" ").some(word => has(asked.typed, word))).map(row => row[0]);
    const askedFor = item => kinds.indexOf(item.entry.kind) >= 0 ? KIND : 0;
    found.forEach(item => { if (item.score <= GUESS) item.score += askedFor(item); });
    const said = index.passages && !letters ? mentions(index, asked.forms, asked.core) : [];
    const officeFirst = offices.some(office => 2 * office.word.length >= asked.core.length);
    const answers = officeFirst ? [] : strong ? found.filter(item => item.score >= (top < ORDERED ? STRONG - 5 : STRONG) && (top >= ORDERED || LOOSE.indexOf(item.why) < 0))
      : settled(found.filter(item => item.score >= NAMED - REST), said);
    const seen = new Set(answers.map(item => item.entry)), fresh = item => !seen.has(item.entry);
    const told = said.filter(item => item.share >= MENTIONED && fresh(item));
    told.forEach(item => seen.add(item.entry));
    const least = answers.length || told.length || offices.length || card ? PERHAPS : 0;
    const unsure = said.filter(item => item.share >= least && fresh(item)).map(item => Object.assign(item, { score: GUESS * item.share + askedFor(item) }));
    let guesses = answers.length ? [] : inRank(unsure.concat(found.filter(fresh))).filter(sameEntry).slice(0, 12);
    if (index.passages && !letters && asked.core.length > 2 && ![answers, told, guesses, offices].some(list => list.length) && !card) {
      card = cardOf(index, asked, true);
      if (!card) guesses = faintly(index, asked.core);
    }
    const needs = wants(index, asked, top), cardFirst = Boolean(card && card.whole && top < EXACT - MEANS);
    if (!letters) needs.push(...textsFor(index, asked));
    return { answers, mentions: told, guesses, offices, officeFirst, card, cardFirst, sure: strong && answers.length > 0 || cardFirst, needs, asked };
  };

  /* A part of the index that has come: what `needs` named. */
  const add = (index, name, data) => {
    index.given.add(name);
    if (name.startsWith("pairs-")) addPairs(index, data);
    else if (name === "sounds") addSounds(index, data);
    else if (name === "codes") addCodes(index, data);
    else addPassages(index, data);
  };

  gongshi.matcher = { prepare, add, find, read, fold, distance, blur };
})();

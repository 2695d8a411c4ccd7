/* Whether something is open now, in words, from a table of generator/facts/opening_table.py, which describes table and algorithm
   and has the same function openingAt. Days and minutes are those of China, whatever the clock of the visitor shows. ES2017, no
   dependencies. */
(() => {
  "use strict";

  const CHINA = 8 * 60, AHEAD = 31, MINUTES = 24 * 60;

  /* The spans of a day, why it is not as usual, and whether that is certain. */
  const on = (table, day) => {
    const other = table.days[day];
    if (other) return other;
    let week;
    for (const [from, spans] of table.weeks) if (from <= day) week = spans;
    return [week[(day + 3) % 7], "", 1]; // 1970-01-01 was a Thursday
  };

  const following = (table, day) => {
    for (let one = day + 1; one <= Math.min(day + AHEAD, table.last); one++) {
      const [spans, , certain] = on(table, one);
      if (!certain) return null;
      if (spans.length) return [one, spans[0][0]];
    }
    return null;
  };

  const openingAt = (table, day, minute) => {
    const unknown = { open: null, until: null, next: null, pause: false, reason: "" };
    if (day < table.first || day > table.last) return unknown;
    const [spans, reason, certain] = on(table, day);
    if (!certain) return Object.assign(unknown, { reason });
    const now = spans.find(span => span[0] <= minute && minute < span[1]);
    const later = spans.find(span => span[0] > minute);
    return {
      open: Boolean(now),
      until: now ? now[1] : null,
      next: later ? [day, later[0]] : following(table, day),
      pause: !now && Boolean(later) && spans.some(span => span[1] <= minute),
      reason,
    };
  };

  /* Day and minute in China of a moment in milliseconds since 1970 (Date.now()). */
  const inChina = moment => {
    const minutes = Math.floor(moment / 60000) + CHINA;
    return [Math.floor(minutes / MINUTES), minutes % MINUTES];
  };

  /* ---- in words, those of generator/texts/errand.py that begin with open_ ---- */

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /* A moment (day since 1970, minute) as it is said on `today`. */
  const moment = ([day, minute], today, words) => {
    const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`, date = new Date(day * 86400000);
    const said = [words.today, words.tomorrow][day - today] || (day - today < 7 ? words.week : words.day);
    const weekday = words.weekdays[(day + 3) % 7];
    return filled(said, { time, weekday, month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  };

  /* Whether it is open, in words; "" where that is not known. Only who gives reasons needs the word `off`. */
  const openWords = (state, today, words) => {
    if (state.open) return filled(words.now, { until: moment([today, state.until], today, { today: "{time}", weekdays: "" }) });
    if (state.open === null || !state.next) return "";
    const next = moment(state.next, today, words);
    return state.reason ? filled(words.off, { next, reason: state.reason }) : filled(state.pause ? words.pause : words.later, { next });
  };

  /* Whether it is open at `now` (Date.now()): [words, open]. A reason is said of a day on which it does not open at all. */
  const openNow = (table, words, now) => {
    const [day, minute] = inChina(now), state = openingAt(table, day, minute);
    if (state.open === false && on(table, day)[0].length) state.reason = "";
    return [openWords(state, day, words), Boolean(state.open)];
  };

  /* The same, into a node. */
  const write = (node, table, words) => {
    const [said, open] = openNow(table, words, Date.now());
    node.textContent = said;
    node.classList.toggle("gs-open--now", open);
  };

  window.gongshiOpening = { openingAt, inChina, openWords, openNow, write };
})();

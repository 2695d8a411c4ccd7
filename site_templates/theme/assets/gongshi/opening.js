/* Whether something is open now, from a table of generator/facts/opening_table.py, which describes table and algorithm
   and has the same function. Days and minutes are those of China, whatever the clock of the visitor shows. ES2017, no
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

  window.gongshiOpening = { openingAt, inChina };
})();

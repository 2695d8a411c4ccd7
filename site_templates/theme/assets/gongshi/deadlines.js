/* The last day of a limit, from the day on which the papers were complete. The calendar is that of
   generator/facts/deadline_table.py; days are numbers of days since 1970-01-01. generator/facts/durations.py counts in
   the same way and says by which articles. ES2017, no dependencies. */
(() => {
  "use strict";

  const DAY = 86400000;
  const numberOf = iso => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
  const isoOf = day => new Date(day * DAY).toISOString().slice(0, 10);
  const yearOf = day => new Date(day * DAY).getUTCFullYear();

  const works = (calendar, day) =>
    calendar.on.includes(day) || ((day + 3) % 7 < 5 && !calendar.off.includes(day));

  /* The last day by the calendar as far as it reaches; null behind it, and before it. */
  const reach = (calendar, begun, days, unit) => {
    if (days === 0) return begun;
    if (begun < calendar.first) return null;
    let day = unit === "工作日" ? begun : begun + days - 1;
    for (let left = unit === "工作日" ? days : 1; left; left -= works(calendar, day)) if (++day > calendar.last) return null;
    return day;
  };

  const isOfficial = (calendar, begun, end) => {
    for (let year = yearOf(begun); year <= yearOf(end); year++) if (!calendar.years.includes(year)) return false;
    return true;
  };

  const monthEnd = (begun, months) => {
    const start = new Date(begun * DAY);
    const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0));
    return Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(start.getUTCDate(), last.getUTCDate())) / DAY;
  };

  /* [unit, last day, whether its calendar is official] for each unit that may be meant; none where no day can be told. */
  const lastDays = (calendar, begun, limit) => {
    const end = (days, unit) => {
      const day = reach(calendar, begun, days, unit);
      return [unit, day, day !== null && (days === 0 || isOfficial(calendar, begun, day))];
    };
    if ("days" in limit) return limit.units.map(unit => end(limit.days, unit));
    if ("months" in limit) return [end(monthEnd(begun, limit.months) - begun, "自然日")];
    return limit.hours % 24 ? [] : [["自然日", begun + limit.hours / 24, true]];
  };

  window.gongshiDeadlines = { lastDays, numberOf, isoOf };
})();

/* What a reader sees for a query, from top to bottom, as search.js lays it out: one string for each thing that is shown. */
(() => {
  const { gongshi } = window;

  const cardOf = found => found.card.card === "window" ? "window:" + found.card.window.url.split("/")[1] : `hall:${found.card.card} ${gongshi.parts.names.hall.cards[found.card.card].url}`;

  const pages = (tier, items) => items.map(item => `${tier} ${item.entry.url}${item.passage && item.passage.anchor ? "#" + item.passage.anchor : ""}`);

  window.listed = (index, query) => {
    let found = gongshi.matcher.find(index, query);
    const here = name => name in gongshi.parts && !index.given.has(name);
    while (found.needs.some(here)) {
      found.needs.filter(here).forEach(name => gongshi.matcher.add(index, name, gongshi.parts[name]));
      found = gongshi.matcher.find(index, query);
    }
    const card = found.card && (found.card.window || gongshi.parts.names.hall.cards[found.card.card]) ? [cardOf(found)] : [];
    const offices = found.offices.map(office => "office " + office.who);
    return [
      ...(found.cardFirst ? card : []),
      ...(found.officeFirst ? offices : []),
      ...pages("answer", found.answers),
      ...(found.cardFirst ? [] : card),
      ...pages("mention", found.mentions),
      ...pages("guess", found.guesses),
      ...(found.officeFirst ? [] : offices),
    ];
  };

  window.listedAll = queries => {
    const index = gongshi.matcher.prepare(gongshi.parts.names);
    return queries.map(query => window.listed(index, query));
  };
})();

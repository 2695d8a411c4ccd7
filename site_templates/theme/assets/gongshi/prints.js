/* The print centre: sheets are chosen and saved as one ZIP, made in the browser of the files that lie beside the page.
   Without this script each sheet has its links all the same. ES2017, no dependencies. */
(() => {
  "use strict";

  /* ---- a ZIP of files as they are: PDFs are packed already (PKWARE APPNOTE 4.3, method 0) ---- */

  const TABLE = new Uint32Array(256).map((_, number) => {
    let rest = number;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });

  const checksum = bytes => {
    let rest = 0xffffffff;
    for (const byte of bytes) rest = TABLE[(rest ^ byte) & 255] ^ (rest >>> 8);
    return (rest ^ 0xffffffff) >>> 0;
  };

  /* Numbers of 2 or 4 bytes, the lowest byte first. */
  const record = (...fields) => {
    const bytes = [];
    for (const [size, value] of fields) for (let at = 0; at < size; at++) bytes.push((value >>> (8 * at)) & 255);
    return Uint8Array.from(bytes);
  };

  const UTF8_NAMES = 0x800, FIRST_DAY = 0x21; // 1 January 1980: the same files make the same ZIP

  const zipped = files => {
    const parts = [], directory = [];
    let place = 0, listed = 0;
    for (const { name, data } of files) {
      const label = new TextEncoder().encode(name);
      const about = [[2, 20], [2, UTF8_NAMES], [2, 0], [2, 0], [2, FIRST_DAY], [4, checksum(data)],
        [4, data.length], [4, data.length], [2, label.length], [2, 0]];
      const head = record([4, 0x04034b50], ...about);
      parts.push(head, label, data);
      const entry = record([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, place]);
      directory.push(entry, label);
      listed += entry.length + label.length;
      place += head.length + label.length + data.length;
    }
    const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, listed], [4, place], [2, 0]);
    return [...parts, ...directory, end];
  };

  /* Two files of one ZIP need different names; the second of a kind is called …-2.pdf. */
  const named = addresses => {
    const taken = new Map();
    return addresses.map(address => {
      const name = decodeURIComponent(address.slice(address.lastIndexOf("/") + 1));
      const times = (taken.get(name) || 0) + 1;
      taken.set(name, times);
      return times === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${times}$1`);
    });
  };

  window.gongshiPrints = { zipped, named };

  /* ---- choosing ---- */

  const bar = document.getElementById("gs-chosen");
  if (!bar || !window.fetch) return;
  const words = bar.dataset, told = bar.querySelector("[data-gs-told]");
  const boxes = [];

  const chosen = () => boxes.filter(box => box.checked);
  const say = text => { told.textContent = text; };
  const show = () => {
    const count = chosen().length;
    bar.hidden = count === 0;
    say(words.chosen.replace("{count}", count));
  };

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const fetched = async address => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return new Uint8Array(await answer.arrayBuffer());
  };

  /* One after the other: a hall's line is thin. */
  const each = async (addresses, names, at = 0) => {
    if (at === addresses.length) return [];
    say(words.loading.replace("{number}", at + 1).replace("{count}", addresses.length));
    const data = await fetched(addresses[at]);
    return [{ name: names[at], data }, ...await each(addresses, names, at + 1)];
  };

  /* Pictures for screens are there in colour alone. */
  const linkOf = (item, variant) => item.querySelector(`a[data-gs-variant="${variant}"]`) || item.querySelector("a[data-gs-variant]");

  const load = async (variant, buttons) => {
    const addresses = chosen().map(box => linkOf(box.closest("li"), variant).href);
    for (const button of buttons) button.disabled = true;
    try {
      const files = await each(addresses, named(addresses));
      save(new Blob(zipped(files), { type: "application/zip" }), words.file);
      show();
    } catch (error) { say(words.failed); }
    for (const button of buttons) button.disabled = false;
  };

  for (const item of document.querySelectorAll("[data-gs-sheets] > li")) {
    const box = item.querySelector("input");
    box.addEventListener("change", show);
    boxes.push(box);
  }
  for (const heading of document.querySelectorAll("[data-gs-all]")) {
    heading.addEventListener("click", () => {
      const inside = [...document.getElementById(heading.dataset.gsAll).querySelectorAll("input")];
      const all = inside.every(box => box.checked);
      for (const box of inside) box.checked = !all;
      show();
    });
  }
  const buttons = [...bar.querySelectorAll("[data-gs-zip]")];
  for (const button of buttons) button.addEventListener("click", () => { load(button.dataset.gsZip, buttons); });
  bar.querySelector("[data-gs-none]").addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    show();
  });
  show();
})();

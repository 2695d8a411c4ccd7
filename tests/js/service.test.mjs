/* service.js: one list from several, what a situation needs, and how a list is said. */
import assert from "node:assert/strict";
import test from "node:test";
import { offered } from "./page_script.mjs";

const {
  needed, ordered, stops, merged, details, asText, fingerprint, wrapped, deadlineWords,
} = offered("service.js").gongshiErrands;

const item = (key, detail = "原件1份") => ({ key, name: key.toUpperCase(), detail });
const list = (id, number, window, ...items) => ({ id, name: `${id}事`, window, number, chosen: [], items });
const CARE = list("care", 4, "民政", item("card", "原件"), item("form"));
const FARM = list("farm", 8, "建设", item("card", "复印件"), item("plan"));
const AID = list("aid", 4, "民政", item("card", "原件"), item("income"));
const LOST = list("lost", 0, "", item("plan"));

test("a material is needed in any of the situations chosen, and all are while none is", () => {
  assert.equal(needed(["1", "3"], ["2"]), false);
  assert.equal(needed(["1", "3"], ["2", "3"]), true);
  assert.equal(needed(["1"], []), true);
  assert.equal(needed(null, ["2"]), true);
  assert.equal(needed(["11"], ["1"]), false);
});

test("services are visited in the order of their windows, the rest as they were added", () => {
  const ids = lists => ordered(lists).map(one => one.id);
  assert.deepEqual(ids([LOST, FARM, CARE, AID]), ["care", "aid", "farm", "lost"]);
  assert.deepEqual(ids([AID, CARE]), ["aid", "care"]);
});

test("each window is one stop", () => {
  const found = stops([FARM, CARE, LOST, AID]).map(stop => [stop.number, stop.lists.map(one => one.id)]);
  assert.deepEqual(found, [[4, ["care", "aid"]], [8, ["farm"]], [0, ["lost"]]]);
});

test("a merged list has every material once, and loses none", () => {
  const lists = [FARM, CARE, AID, LOST], found = merged(lists), keys = found.map(one => one.key);
  assert.deepEqual(keys, ["card", "form", "income", "plan"]);
  assert.deepEqual(new Set(keys), new Set(lists.flatMap(one => one.items.map(each => each.key))));
  assert.deepEqual(found[0].uses.map(use => use.id), ["care", "aid", "farm"]);
  assert.deepEqual(merged([]), []);
});

test("merging is the union, whatever the lists and their order", () => {
  let seed = 7;
  const next = most => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
  for (let round = 0; round < 200; round++) {
    const lists = Array.from({ length: next(5) }, (_, at) =>
      list(`s${at}`, next(4), "窗", ...[...new Set(Array.from({ length: next(6) }, () => `m${next(8)}`))].map(key => item(key))));
    const keys = merged(lists).map(one => one.key), uses = merged(lists).flatMap(one => one.uses).length;
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(keys.toSorted(), [...new Set(lists.flatMap(one => one.items.map(each => each.key)))].toSorted());
    assert.equal(uses, lists.reduce((sum, one) => sum + one.items.length, 0));
    assert.deepEqual(merged(lists.toReversed()).map(one => one.key).toSorted(), keys.toSorted());
  }
});

test("what all services say of a material is said once, else who says what", () => {
  const [card] = merged([CARE, AID]);
  assert.deepEqual(details(card), ["原件"]);
  assert.deepEqual(details(merged([CARE, FARM])[0]), ["care事：原件", "farm事：复印件"]);
});

test("a message has the title, the boxes as they are, and where to go", () => {
  const sheet = { title: "清单", lines: ["情况：甲"], items: CARE.items, done: ["form"], last: ["去哪办：4号"] };
  assert.equal(asText(sheet), "清单\n情况：甲\n☐ 1. CARD\n☑ 2. FORM\n去哪办：4号");
});

test("the fingerprint of a list changes with its text", () => {
  assert.equal(fingerprint("原件1份"), fingerprint("原件1份"));
  assert.notEqual(fingerprint("原件1份"), fingerprint("原件2份"));
  assert.match(fingerprint(""), /^[0-9a-z]+$/);
});

test("lines for the picture keep every character and the width", () => {
  assert.deepEqual(wrapped("一二三四五", 2, line => line.length), ["一二", "三四", "五"]);
  assert.deepEqual(wrapped("", 2, line => line.length), [""]);
  assert.equal(wrapped("𠮷𠮷𠮷", 2, line => [...line].length).join(""), "𠮷𠮷𠮷");
});

const LAST = {
  date: "{year}年{month}月{day}日（周{weekday}）", unit: "{day}（按{unit}算）", or: "，或 ", soon: "{day}（以官方为准）",
  far: "太远", weekdays: "一二三四五六日",
};
const TODAY = 20784; /* 2026-11-27, a Friday */
const isoOf = day => new Date(day * 86400000).toISOString().slice(0, 10);

test("the last day is said in each reading, and whether the calendar is official", () => {
  const one = deadlineWords([["工作日", TODAY, true]], isoOf, LAST);
  assert.equal(one, "2026年11月27日（周五）");
  const two = deadlineWords([["工作日", TODAY, false], ["自然日", null, false]], isoOf, LAST);
  assert.equal(two, "2026年11月27日（周五）（以官方为准）（按工作日算），或 太远");
});

/* results.js: reading, filtering and sorting the cases of a period. */
import assert from "node:assert/strict";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { inSteps, read, matching, sorted } = offered("results.js").gongshiResults;

const [RECEIPT, SERVICE, ACCEPTED, COMPLETED, OUTCOME] = [0, 1, 3, 5, 6];
const SERVICES = [["linshi-jiuzhu", "临时救助"], ["canji-butie", "残疾补贴"], ["zuidi-baozhang", "最低生活保障"]];
const ROWS = [
  ["XG-0003", 2, "杨*", "2026-07-03", "2026-07-20", "", "在办"],
  ["XG-0001", 0, "李*", "2026-07-01", "2026-07-15", "2026-07-13", "办结"],
  ["ＸＧ-0002", 1, "杨*明", "2026-07-01", "2026-07-16", "2026-07-10", "不予批准", 5, "等待鉴定"],
  ["DD-0004", 0, "Zi Xu", "2026-07-02", "", "2026-07-11", "办结"],
];

/* The text that rows.js hands over: one line for the services, then a line for each stretch of rows. */
const written = (rows, stretch = 2) => {
  const lines = [JSON.stringify(SERVICES)];
  for (let at = 0; at < rows.length; at += stretch) lines.push(JSON.stringify(rows.slice(at, at + stretch)));
  return lines.join("\n");
};

/* What a generator returns once all its steps are done. */
const finish = work => {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
};

const soon = () => new Promise(resolve => { setImmediate(resolve); });

const DATA = finish(read(written(ROWS)));
const ALL = [0, 1, 2, 3];
const ask = state => finish(matching(DATA, { q: "", service: "", outcome: "", ...state }));
const order = (column, down = false) => finish(sorted(ALL, DATA, column, down));

test("all rows are read, over several lines", () => {
  assert.deepEqual(DATA.services, SERVICES);
  assert.deepEqual(DATA.rows, ROWS);
});

test("a file without rows has none", () => {
  assert.deepEqual(finish(read(written([]))).rows, []);
});

test("without a condition every row is listed, in the order of the file", () => {
  assert.deepEqual(ask({}), ALL);
});

test("words are looked for in receipt number, service and applicant, whatever their width and case", () => {
  assert.deepEqual(ask({ q: "xg" }), [0, 1, 2]);
  assert.deepEqual(ask({ q: "ｘｇ－0002" }), [2]);
  assert.deepEqual(ask({ q: "救助" }), [1, 3]);
  assert.deepEqual(ask({ q: "杨" }), [0, 2]);
  assert.deepEqual(ask({ q: "ZIXU" }), [3]);
});

test("every word has to be in the row", () => {
  assert.deepEqual(ask({ q: "杨 补贴" }), [2]);
  assert.deepEqual(ask({ q: "杨 救助" }), []);
});

test("a word does not reach from one cell into the next", () => {
  assert.deepEqual(ask({ q: "0001临时" }), []);
  assert.deepEqual(ask({ q: "救助李" }), []);
});

test("dates and reasons are not searched", () => {
  assert.deepEqual(ask({ q: "鉴定" }), []);
});

test("service and outcome are compared as a whole, and conditions narrow each other", () => {
  assert.deepEqual(ask({ service: "linshi-jiuzhu" }), [1, 3]);
  assert.deepEqual(ask({ outcome: "办结" }), [1, 3]);
  assert.deepEqual(ask({ service: "linshi-jiuzhu", outcome: "在办" }), []);
  assert.deepEqual(ask({ service: "linshi-jiuzhu", q: "李" }), [1]);
});

test("a service that does not exist lists nothing", () => {
  assert.deepEqual(ask({ service: "linshi" }), []);
});

test("rows are sorted by a column, upwards and downwards", () => {
  assert.deepEqual(order(RECEIPT).map(at => ROWS[at][RECEIPT]), ["DD-0004", "XG-0001", "XG-0003", "ＸＧ-0002"]);
  assert.deepEqual(order(RECEIPT, true).map(at => ROWS[at][RECEIPT]), ["ＸＧ-0002", "XG-0003", "XG-0001", "DD-0004"]);
});

test("equal rows keep the order of the file in both directions", () => {
  assert.deepEqual(order(ACCEPTED), [1, 2, 3, 0]);
  assert.deepEqual(order(ACCEPTED, true), [0, 3, 1, 2]);
  assert.deepEqual(order(OUTCOME).filter(at => ROWS[at][OUTCOME] === "办结"), [1, 3]);
});

test("empty cells come last in both directions", () => {
  assert.deepEqual(order(COMPLETED), [2, 3, 1, 0]);
  assert.deepEqual(order(COMPLETED, true), [1, 3, 2, 0]);
});

test("services are sorted by their names in Chinese order, not by their numbers", () => {
  assert.deepEqual(order(SERVICE).map(at => SERVICES[ROWS[at][SERVICE]][1]), ["残疾补贴", "临时救助", "临时救助", "最低生活保障"]);
});

test("sorting leaves the list it was given as it is", () => {
  const given = [3, 1, 0];
  finish(sorted(given, DATA, ACCEPTED, false));
  assert.deepEqual(given, [3, 1, 0]);
});

test("many rows, sorted in runs that are merged, come out as a plain sort has them", () => {
  let seed = 7;
  const rows = Array.from({ length: 2_000 }, (_, number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return [`R${number}`, 0, "杨*", `2026-07-${String(1 + (seed % 28)).padStart(2, "0")}`, "", "", "办结"];
  });
  const data = finish(read(written(rows, 300))), numbers = rows.map((_, number) => number);
  const plain = numbers.toSorted((a, b) => rows[a][ACCEPTED].localeCompare(rows[b][ACCEPTED]) || a - b);
  assert.deepEqual(finish(sorted(numbers, data, ACCEPTED, false)), plain);
});

test("nothing to sort is nothing", () => {
  assert.deepEqual(finish(sorted([], DATA, RECEIPT, false)), []);
});

test("work is done in steps and tells its result", async () => {
  assert.deepEqual((await inSteps(read(written(ROWS)), () => false)).rows, ROWS);
});

test("work that fails says so", async () => {
  await assert.rejects(inSteps(read("[\n[not JSON\n]"), () => false), SyntaxError);
});

test("work that nobody waits for any more is given up", async () => {
  let steps = 0, stale = false;
  const work = (function* () {
    for (; steps < 1_000_000; steps += 1) yield;
  })();
  inSteps(work, () => stale);
  await soon();
  stale = true;
  const before = steps;
  await soon();
  await soon();
  assert.ok(before > 0);
  assert.equal(steps, before);
});

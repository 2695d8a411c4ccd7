/* deadlines.js: the cases of tests/facts/test_deadline_table.py, from the same file. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { lastDays, numberOf, isoOf } = offered("deadlines.js").gongshiDeadlines;
const { calendar, cases } = JSON.parse(readFileSync(new URL("../data/deadlines.json", import.meta.url), "utf8"));

for (const { begun, limit, ends } of cases) {
  test(`${JSON.stringify(limit)} from ${begun}`, () => {
    const found = lastDays(calendar, numberOf(begun), limit);
    assert.deepEqual(found.map(([unit, day, official]) => [unit, day === null ? null : isoOf(day), official]), ends);
  });
}

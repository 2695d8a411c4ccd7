/* opening.js: the cases of tests/facts/test_opening.py, from the same file. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { openingAt, inChina } = offered("opening.js").gongshiOpening;
const { table, cases } = JSON.parse(readFileSync(new URL("../data/opening.json", import.meta.url), "utf8"));

for (const { at, state } of cases) {
  test(`at ${at} in China`, () => {
    assert.deepEqual(openingAt(table, ...inChina(Date.parse(`${at}:00+08:00`))), state);
  });
}

test("the day is that of China, whatever the clock of the visitor", () => {
  assert.deepEqual(inChina(Date.parse("2026-11-27T16:00:00Z")), inChina(Date.parse("2026-11-28T00:00:00+08:00")));
  assert.deepEqual(inChina(0), [0, 480]);
});

/* opening.js: the cases of tests/facts/test_opening.py, from the same file; and how it is said. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { openingAt, inChina, openWords, openNow } = offered("opening.js").gongshiOpening;
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

const DAYS = {
  today: "今天{time}", tomorrow: "明天{time}", week: "周{weekday}{time}", day: "{month}月{day}日（周{weekday}）{time}",
  weekdays: "一二三四五六日",
};
const OPEN = { now: "开到{until}", pause: "休息，{next}再开", later: "没开，{next}开", off: "今天不开（{reason}），{next}开", ...DAYS };
const TODAY = 20784; /* 2026-11-27, a Friday */
const says = state => openWords({ open: false, until: null, next: null, pause: false, ...state }, TODAY, OPEN);

test("open now is said with the time at which it ends", () => {
  assert.equal(says({ open: true, until: 720 }), "开到12:00");
  assert.equal(says({ open: true, until: 1065 }), "开到17:45");
});

test("closed is said with the next opening: today, tomorrow, or a day", () => {
  assert.equal(says({ pause: true, next: [TODAY, 810] }), "休息，今天13:30再开");
  assert.equal(says({ next: [TODAY, 510] }), "没开，今天8:30开");
  assert.equal(says({ next: [TODAY + 1, 545] }), "没开，明天9:05开");
  assert.equal(says({ next: [TODAY + 3, 510] }), "没开，周一8:30开");
  assert.equal(says({ next: [TODAY + 7, 510] }), "没开，12月4日（周五）8:30开");
});

test("nothing is said where it is not known", () => {
  assert.equal(says({ open: null }), "");
  assert.equal(says({}), "");
});

const WEEK = [[[510, 720]], [[510, 720]], [[510, 720]], [[510, 720]], [[510, 720]], [], []];
const HALL = { first: TODAY, last: TODAY + 60, weeks: [[TODAY, WEEK]], days: { [TODAY + 1]: [[[540, 600]], "调休上班日", 1], [TODAY + 4]: [[], "元旦", 1] } };
const at = (days, minute) => openNow(HALL, OPEN, ((TODAY + days) * 1440 + minute - 480) * 60000);

test("why it is shut is said on a day on which it does not open at all", () => {
  assert.deepEqual(at(4, 600), ["今天不开（元旦），明天8:30开", false]);
  assert.deepEqual(at(3, 800), ["没开，周三8:30开", false]);
  assert.deepEqual(at(1, 550), ["开到10:00", true]);
  assert.deepEqual(at(1, 700), ["没开，周一8:30开", false]);
});

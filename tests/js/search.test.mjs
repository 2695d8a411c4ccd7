/* search.js: what a query finds and in which order. The index has the shape that generator/site/search.py describes. */
import assert from "node:assert/strict";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { prepare, rank, sounds, fold, wantsSounds } = offered("search.js").gongshiSearch;

const KINDS = [["service", "services/"], ["regulation", "regulations/"], ["material", "materials/"], ["page", ""]];
const [SERVICE, REGULATION, MATERIAL, PAGE] = [0, 1, 2, 3];
const NO_WINDOW = -1, ABOLISHED = 1;

const make = (entries, words = []) => prepare({
  kinds: KINDS, stops: ["怎么办理", "怎么办"], edges: ["我要想", "吗呢的"], words, entries,
});

const TOWN = make(
  [
    [SERVICE, "最低生活保障", "dibao/", "zui'di'sheng'huo'bao'zhang\ndi'bao", "收入低的家庭每月领钱", 0, [1], "低保", "五保户"],
    [SERVICE, "临时救助", "jiuzhu/", "lin'shi'jiu'zhu", "急难时一次性给钱", 0, [1]],
    [SERVICE, "居民身份证", "shenfenzheng/", "ju'min'shen'fen'zheng", "首次申领", 2],
    [REGULATION, "首问负责制度", "shouwen/", "shou'wen'fu'ze'zhi'du"],
    [MATERIAL, "居民户口簿", "hukoubu/", "ju'min'hu'kou'bu\nhu'kou'ben", "", NO_WINDOW, [], "户口本"],
    [PAGE, "民政救济窗口", "windows/minzheng/", "min'zheng'jiu'ji'chuang'kou"],
  ],
  ["民政救济窗口", "生活困难", "户籍窗口"],
);

/* Readings of the few characters that the tests mishear. */
const HEARING = sounds({
  first: { shen: "身申", fen: "份分", zheng: "证正政", jiu: "救久", zhu: "助住", lin: "临林", shi: "时是", wu: "五", bao: "保", hu: "户" },
  more: { min: "民" },
});

const urls = (index, query, hearing) => rank(index, query, hearing).map(result => result.entry.url);
const first = (query, hearing) => urls(TOWN, query, hearing)[0];

/* Addresses of entries with these names, in the order in which they answer the query. */
const ranked = (query, ...rows) => urls(make(rows), query);
const named = (title, url, changes = {}) => {
  const { kind = SERVICE, aliases = "", hidden = "", state = 0 } = changes;
  return [kind, title, url, "", "", NO_WINDOW, [], aliases, hidden, "", state];
};

test("an address consists of the folder of the kind and the entry's own part", () => {
  assert.deepEqual(urls(TOWN, "最低生活保障"), ["services/dibao/"]);
  assert.equal(first("首问"), "regulations/shouwen/");
  assert.equal(first("救济窗口"), "windows/minzheng/");
});

test("an empty query and one of signs only find nothing", () => {
  for (const query of ["", "   ", "？！", "()[]*\\"]) assert.deepEqual(urls(TOWN, query), []);
});

test("signs with a meaning in patterns are taken as text", () => {
  assert.equal(first("低保(*"), "services/dibao/");
  assert.deepEqual(urls(TOWN, "[a-z]+$"), urls(TOWN, "az"));
});

test("width, case, spaces and signs make no difference", () => {
  assert.equal(fold("ＡＢ c-1（２）"), "abc12");
  assert.equal(first(" 低 保 "), "services/dibao/");
});

test("better places come first: whole name, meant term, start, middle of the title, alias, hidden term, words", () => {
  const rows = [
    [SERVICE, "己", "words/", "", "", 0],
    named("丁", "hidden/", { hidden: "某补贴乙" }),
    named("丙", "alias/", { aliases: "大补贴甲" }),
    named("小补贴乙", "middle/"),
    named("补贴乙", "start/"),
    named("乙", "meant/", { hidden: "补贴" }),
    named("补贴", "whole/"),
  ];
  const found = urls(make(rows, ["补贴窗口"]), "补贴").map(url => url.replace("services/", ""));
  assert.deepEqual(found, ["whole/", "meant/", "start/", "middle/", "alias/", "hidden/", "words/"]);
});

test("of equally good answers the shorter name comes first, then the earlier record", () => {
  assert.deepEqual(ranked("补贴", named("补贴甲乙", "long/"), named("补贴甲", "a/"), named("补贴乙", "b/")), [
    "services/a/", "services/b/", "services/long/",
  ]);
});

test("of equally good answers a service comes before a regulation", () => {
  const found = ranked("补贴", named("补贴甲", "r/", { kind: REGULATION }), named("补贴甲乙丙", "s/"));
  assert.deepEqual(found, ["services/s/", "regulations/r/"]);
});

test("what was abolished stands behind what is in force, unless it was named exactly", () => {
  const old = named("补贴甲", "old/", { state: ABOLISHED });
  assert.deepEqual(ranked("补贴", old, named("某补贴乙丙", "new/")), ["services/new/", "services/old/"]);
  assert.deepEqual(ranked("补贴甲", old, named("补贴甲乙", "new/")), ["services/old/", "services/new/"]);
});

test("question words are left out, and what is left finds the record", () => {
  assert.equal(first("我想办低保怎么办"), "services/dibao/");
  assert.equal(first("低保怎么办理？"), "services/dibao/");
  assert.ok(rank(TOWN, "低保怎么办")[0].score > rank(TOWN, "生活保障")[0].score);
});

test("what was typed in full counts for more than what is left without question words", () => {
  const found = ranked("救助的", named("救助", "rest/"), named("救助的", "typed/"));
  assert.deepEqual(found, ["services/typed/", "services/rest/"]);
});

test("characters in order, with others between them, are found", () => {
  assert.equal(first("居民证"), "services/shenfenzheng/");
  assert.equal(first("居民簿"), "materials/hukoubu/");
});

test("pinyin is heard in full, from any syllable, as initials, and mixed", () => {
  for (const query of ["dibao", "di'bao", "db", "dbao", "zuidishenghuobaozhang", "shenghuo", "zdshbz"]) {
    assert.equal(first(query), "services/dibao/", query);
  }
  assert.equal(first("HuKouBen"), "materials/hukoubu/");
});

test("pinyin is not heard from the middle of a syllable", () => {
  assert.deepEqual(urls(TOWN, "ibao"), []);
  assert.deepEqual(urls(TOWN, "inshi"), []);
  assert.deepEqual(urls(TOWN, "i"), []);
});

test("whole pinyin comes before its beginning, and both before a later syllable", () => {
  const rows = [["b'a", "later/"], ["a'b", "start/"], ["a", "whole/"]].map(([pinyin, url]) => [SERVICE, "甲乙", url, pinyin]);
  assert.deepEqual(urls(make(rows), "a"), ["services/whole/", "services/start/", "services/later/"]);
});

test("a wrong character of the same sound finds the right one", () => {
  assert.equal(first("申分正", HEARING), "services/shenfenzheng/");
  assert.equal(first("林是久住", HEARING), "services/jiuzhu/");
  assert.deepEqual(urls(TOWN, "申分正"), []);
});

test("hidden terms are heard too, in characters and in letters", () => {
  assert.equal(first("wubao", HEARING), "services/dibao/");
  assert.deepEqual(urls(TOWN, "wubao"), []);
});

test("sounds are wanted only where the text finds nothing good", () => {
  const wants = query => wantsSounds(rank(TOWN, query), query);
  assert.equal(wants("申分正"), true);
  assert.equal(wants("wubao"), true);
  assert.equal(wants("低保"), false);
  assert.equal(wants("dibao"), false);
  assert.equal(wants("申"), false, "one character has too many sounds");
  assert.equal(wants("12345"), false);
});

test("a whole question finds the record that shares most of it", () => {
  assert.equal(first("家里急难能不能给钱"), "services/jiuzhu/");
  assert.deepEqual(urls(TOWN, "飞机晚点"), []);
});

test("once something stands in an entry as typed, scattered characters elsewhere are no answer", () => {
  const rows = [named("补贴甲", "typed/"), named("贴甲补", "scattered/")];
  assert.deepEqual(ranked("补贴", ...rows), ["services/typed/"]);
  assert.deepEqual(ranked("甲补贴", rows[1]), ["services/scattered/"]);
});

test("an item code is found whole, and by its first four characters", () => {
  const row = [SERVICE, "甲事项", "jia/", "", "", NO_WINDOW, [], "", "", "", 0, "11AB22CD\n000300040005"];
  const other = named("乙事项11AB", "yi/");
  assert.deepEqual(ranked("11ab22cd", other, row), ["services/jia/"]);
  assert.equal(ranked("0003 0004 0005", row)[0], "services/jia/");
  assert.equal(ranked("11AB22", row)[0], "services/jia/");
  assert.deepEqual(ranked("11A", row), []);
  assert.deepEqual(ranked("AB22CD", row), []);
});

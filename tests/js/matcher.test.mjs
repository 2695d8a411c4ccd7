/* matcher.js: what a query finds, in which order and why. The index has the shape that generator/site/search_parts.py describes. */
import assert from "node:assert/strict";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { prepare, add, find, fold, distance, blur } = offered("matcher.js").gongshi.matcher;

const KINDS = [["service", "services/"], ["regulation", "regulations/"], ["material", "materials/"], ["notice", "notices/"], ["page", ""]];
const [SERVICE, REGULATION, MATERIAL, PAGE] = [0, 1, 2, 4];
const NO_WINDOW = -1, ABOLISHED = 1;
const SOUNDS = {
  di: "低地", bao: "保宝", lin: "临林", shi: "时是失事", jiu: "救久", zhu: "助住主", shen: "身申", fen: "份分", zheng: "证正征症", ju: "居", min: "民",
  hu: "户", kou: "口", ben: "本", bu: "簿补", xin: "信", fang: "访房", sheng: "生", huo: "活", zhang: "障", zui: "最", ye: "业", deng: "登", ji: "记",
  tou: "投", su: "诉素", xiao: "效", neng: "能", jian: "建", zhai: "宅",
};

/* Numbers stand in the index in base 26 with the digits a to z. */
const inLetters = number => (number < 26 ? "" : inLetters(Math.floor(number / 26))) + String.fromCharCode(97 + number % 26);
const [KIND_AT, WINDOW_AT, ABOLISHED_AT] = [0, 5, 10];
const columns = rows => Array.from({ length: 11 }, (_, at) => rows.map(row => {
  const value = row[at] === undefined ? "" : row[at];
  if (Array.isArray(value)) return value.map(inLetters).join("\t");
  if (at === KIND_AT || at === WINDOW_AT) return value === NO_WINDOW ? "" : inLetters(value);
  if (at === ABOLISHED_AT) return value === ABOLISHED ? "y" : "";
  return String(value).replace(/\n/g, "\t");
}).join("\n"));

const make = (entries, { words = [], synonyms = [], intents = [], offices = [], windows = [], cards = {}, codes = false } = {}) => prepare({
  kinds: KINDS, words, entries: columns(entries), synonyms, intents, offices, codes, vague: ["phone"], kindWords: [["regulation", "制度"]], sounds: SOUNDS, others: {}, stops: ["怎么办理", "怎么办", "能不能"], edges: ["我要想", "吗呢的"],
  hallWords: ["大厅", "你们"], hall: { windows, cards }, used: [],
});

const named = (title, url, changes = {}) => {
  const { kind = SERVICE, aliases = "", hidden = "", state = 0, spelt = "" } = changes;
  return [kind, title, url, spelt, "", NO_WINDOW, [], aliases, hidden, "", state];
};

const TOWN = [
  [SERVICE, "最低生活保障", "dibao/", "", "收入低的家庭每月领钱", 0, [1], "低保", "五保户"],
  [SERVICE, "临时救助", "jiuzhu/", "", "急难时一次性给钱", 0, [1]],
  [SERVICE, "居民身份证", "shenfenzheng/", "", "首次申领", 2],
  [REGULATION, "首问负责制度", "shouwen/", "shou'wen'fu'ze'zhi'du"],
  [MATERIAL, "居民户口簿", "hukoubu/", "", "", NO_WINDOW, [], "户口本"],
  [PAGE, "民政救济窗口", "windows/minzheng/"],
];
const WORDS = ["民政救济窗口", "生活困难", "户籍窗口"];

const town = options => make(TOWN, { words: WORDS, ...options });
const heard = index => { add(index, "sounds", { first: SOUNDS, traditional: "戶户證证災灾" }); return index; };
const urls = (index, query) => find(index, query).answers.map(item => item.entry.url);
const first = (query, index = town()) => urls(index, query)[0];
const ranked = (query, ...rows) => urls(make(rows), query);
const guessed = (query, ...rows) => find(heard(make(rows)), query);

test("an address consists of the folder of the kind and the entry's own part", () => {
  assert.deepEqual(urls(town(), "最低生活保障"), ["services/dibao/"]);
  assert.equal(first("首问"), "regulations/shouwen/");
  assert.equal(first("救济窗口"), "windows/minzheng/");
});

test("an empty query and one of signs only find nothing", () => {
  for (const query of ["", "   ", "？！", "()[]*\\"]) assert.deepEqual(urls(town(), query), []);
});

test("signs with a meaning in patterns are taken as text", () => {
  assert.equal(first("低保(*"), "services/dibao/");
  assert.deepEqual(urls(town(), "[a-z]+$"), urls(town(), "az"));
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
  const found = urls(make(rows, { words: ["补贴窗口"] }), "补贴").map(url => url.replace("services/", ""));
  assert.deepEqual(found, ["whole/", "meant/", "start/", "middle/", "alias/", "hidden/", "words/"]);
});

test("of equally good answers the shorter name comes first, then the earlier record", () => {
  assert.deepEqual(ranked("补贴", named("补贴甲乙", "long/"), named("补贴甲", "a/"), named("补贴乙", "b/")), [
    "services/a/", "services/b/", "services/long/",
  ]);
});

test("of equally good answers a service comes before a regulation, and before a material whose name it begins", () => {
  const found = ranked("补贴", named("补贴甲", "r/", { kind: REGULATION }), named("补贴甲乙丙", "s/"));
  assert.deepEqual(found, ["services/s/", "regulations/r/"]);
  assert.deepEqual(ranked("组织", named("组织介绍信", "m/", { kind: MATERIAL }), named("转组织", "s/")), ["services/s/", "materials/m/"]);
  assert.deepEqual(ranked("组织", named("组织", "m/", { kind: MATERIAL }), named("转组织", "s/"))[0], "materials/m/");
});

test("what was abolished stands behind what is in force, unless it was named exactly", () => {
  const old = named("补贴甲", "old/", { state: ABOLISHED });
  assert.deepEqual(ranked("补贴", old, named("某补贴乙丙", "new/")), ["services/new/", "services/old/"]);
  assert.equal(ranked("补贴甲", old, named("补贴甲乙", "new/"))[0], "services/old/");
});

test("question words are left out, and what is left finds the record", () => {
  assert.equal(first("我想办低保怎么办"), "services/dibao/");
  assert.equal(first("低保怎么办理？"), "services/dibao/");
});

test("what was typed in full counts for more than what is left without question words", () => {
  const found = ranked("救助的", named("救助", "rest/"), named("救助的", "typed/"));
  assert.deepEqual(found, ["services/typed/", "services/rest/"]);
});

test("three characters in order, with others between them, are found; two only guessed", () => {
  assert.equal(first("居民证"), "services/shenfenzheng/");
  const found = find(town(), "居证");
  assert.deepEqual(found.answers, []);
  assert.equal(found.guesses[0].entry.url, "services/shenfenzheng/");
});

test("two characters are not found across brackets, nor by the sound of both", () => {
  assert.deepEqual(guessed("证地", named("经营权证（土地）", "a/")).answers, []);
  assert.deepEqual(guessed("征低", named("经营权证地", "a/")).answers, []);
});

test("words in another order are found", () => {
  assert.equal(ranked("登记失业", named("失业登记", "a/"), named("登记", "b/"))[0], "services/a/");
});

test("pinyin is heard in full, from any syllable, as initials, and mixed", () => {
  for (const query of ["dibao", "di'bao", "db", "dbao", "zuidishenghuobaozhang", "shenghuo", "zdshbz"]) {
    assert.equal(first(query), "services/dibao/", query);
  }
  assert.equal(first("HuKouBen"), "materials/hukoubu/");
});

test("pinyin is not heard from the middle of a syllable", () => {
  for (const query of ["aozhang", "enghuo", "i"]) assert.deepEqual(urls(town(), query), [], query);
});

test("pinyin with a slip, or of a speaker who does not tell sh from s or ng from n, is heard", () => {
  for (const query of ["linshijiuzu", "linsijiuzhu", "lingshijiuzhu", "linshijizhu", "linshijuizhu", "linshiijiuzhu"]) {
    assert.equal(first(query), "services/jiuzhu/", query);
  }
  assert.equal(first("dibo"), "services/dibao/");
  assert.equal(first("shenfengzheng"), "services/shenfenzheng/");
});

test("a name's own spelling counts where its characters are usually read in another way", () => {
  assert.equal(urls(make([named("重保", "a/", { spelt: "chong'bao" })]), "chongbao")[0], "services/a/");
});

test("a wrong character of the same sound finds the right one, once the table of sounds is there", () => {
  const index = town();
  assert.deepEqual(find(index, "申分正").needs.includes("sounds"), true);
  assert.deepEqual(urls(index, "申分正"), []);
  assert.equal(first("申分正", heard(index)), "services/shenfenzheng/");
  assert.equal(first("林是久住", index), "services/jiuzhu/");
  assert.equal(find(index, "低宝").answers[0].why, "heard");
});

test("two characters, one of them wrong, are heard where a name ends or begins with the word", () => {
  assert.equal(guessed("投素", named("效能投诉", "a/")).answers[0].entry.url, "services/a/");
  assert.deepEqual(guessed("投素", named("效投诉能", "a/")).answers, []);
});

test("Traditional characters are read as Simplified ones, once their table is there", () => {
  assert.equal(first("戶口本", heard(town())), "materials/hukoubu/");
});

test("one missing, extra, wrong or swapped character is forgiven in four or more", () => {
  for (const query of ["最低生活障", "最低低生活保障", "最低生话保障", "最低活生保障"]) assert.equal(first(query), "services/dibao/", query);
});

test("hidden terms are heard too, in characters and in letters", () => {
  assert.equal(first("五保户"), "services/dibao/");
  assert.equal(ranked("hukou", named("甲", "a/", { hidden: "户口" }))[0], "services/a/");
});

test("sounds are wanted only where the text finds nothing good", () => {
  const wants = query => find(town(), query).needs.includes("sounds");
  assert.equal(wants("申分正"), true);
  assert.equal(wants("低保"), false);
  assert.equal(wants("dibao"), false);
  assert.equal(wants("申"), false, "one character has too many sounds");
  assert.equal(wants("12345"), false);
});

test("a name within a question answers it if it is most of what is asked, else it is a guess", () => {
  assert.equal(find(town(), "居民身份证丢了").answers[0].why, "named");
  const far = find(town(), "五保户过年时候发米发油发面粉衣服");
  assert.deepEqual(far.answers, []);
  assert.equal(far.guesses[0].entry.url, "services/dibao/");
});

test("a share of a question is a guess, and nothing at all is nothing", () => {
  const found = find(town(), "临时救济飞船");
  assert.deepEqual(found.answers, []);
  assert.deepEqual(found.guesses.map(item => item.entry.url), ["windows/minzheng/", "services/jiuzhu/"].filter(url => found.guesses.some(item => item.entry.url === url)));
  assert.deepEqual(find(town(), "飞机晚点").guesses, []);
});

test("everyday words are read as what they mean, and the answer says so", () => {
  const index = make([named("宅基地建房审批", "a/")], { synonyms: [["起屋 盖房", "建房"]] });
  const answer = find(index, "起屋怎么办").answers[0];
  assert.equal(answer.entry.url, "services/a/");
  assert.equal(answer.means, "起屋=建房");
});

const PHRASES = { synonyms: [["屋/房/房子+漏/塌", "危房"], ["起屋", "建房"]] };

test("a phrase is said by one word of each of its groups, in any order", () => {
  const index = make([named("农村危房改造", "weifang/"), named("宅基地建房审批", "jianfang/")], PHRASES);
  for (const query of ["漏得厉害的房子", "房子塌了半边没有人来看一眼", "老屋漏"]) assert.equal(first(query, index), "services/weifang/", query);
  assert.equal(find(index, "房子漏雨").answers[0].means, "房子…漏=危房");
  assert.deepEqual(urls(index, "老屋到处在渗水漏得床上湿透"), [], "two characters of many are a guess");
  assert.deepEqual(find(index, "老屋到处在渗水漏得床上湿透").guesses.map(item => item.entry.url), ["services/weifang/"]);
  assert.deepEqual(urls(index, "我家的房子很大"), []);
  assert.deepEqual(urls(index, "桶漏水了没有人来修"), []);
});

test("one character does not say two groups of a phrase", () => {
  const index = make([named("农村危房改造", "weifang/")], { synonyms: [["塌/房子+塌/漏", "危房"]] });
  assert.deepEqual(urls(index, "路塌了一大片要人修"), []);
  assert.deepEqual(urls(index, "房子塌了一大片要人修"), ["services/weifang/"]);
});

test("of two meanings of a phrase the first one comes first", () => {
  const index = make([named("信访", "xinfang/"), named("控告申诉", "konggao/")], { synonyms: [["支书/村长+贪/吞", "控告 信访"]] });
  assert.deepEqual(urls(index, "支书把修路的钱吞掉一半"), ["services/konggao/", "services/xinfang/"]);
});

test("the beginning of what a phrase means first comes before the whole name of what it means then", () => {
  const rows = [named("来信来访受理", "xinfang/", { aliases: "信访" }), named("控告申诉", "konggao/")];
  const index = make(rows, { synonyms: [["村支书/村长+贪/吞", "控告 信访"]] });
  assert.deepEqual(urls(index, "村支书贪钱"), ["services/konggao/", "services/xinfang/"]);
  assert.deepEqual(urls(make(rows.slice(0, 1), { synonyms: [["村支书/村长+贪/吞", "控告 信访"]] }), "村支书贪钱"), ["services/xinfang/"]);
});

test("what an everyday word means is not heard as other words of the same sound", () => {
  const index = heard(make([named("低保证办理", "dibao/")], { synonyms: [["困难户", "地宝"]] }));
  assert.deepEqual(urls(index, "困难户"), []);
});

test("some syllables of a name in order find it, one of them with a slip as a guess", () => {
  const index = make([named("最低生活保障", "dibao/"), named("临时救助", "jiuzhu/")]);
  assert.deepEqual(urls(index, "zuidibaozhang"), ["services/dibao/"]);
  assert.deepEqual(urls(index, "zuidibaozhagn"), []);
  assert.deepEqual(find(index, "zuidibaozhagn").guesses.map(item => item.entry.url), ["services/dibao/"]);
  assert.deepEqual(find(index, "zdbz").guesses.map(item => item.entry.url), ["services/dibao/"]);
  assert.deepEqual(find(index, "dbz").guesses, []);
});

test("an item code is found whole, and by its first four characters, once the codes are there", () => {
  const rows = [named("甲事项", "jia/"), named("乙事项11AB", "yi/")], index = make(rows, { codes: true });
  assert.deepEqual(find(index, "11AB22").needs.includes("codes"), true);
  add(index, "codes", [[0, "11AB22CD\n000300040005"]]);
  assert.equal(urls(index, "11ab22cd")[0], "services/jia/");
  assert.equal(urls(index, "0003 0004 0005")[0], "services/jia/");
  assert.equal(urls(index, "11AB22")[0], "services/jia/");
  assert.ok(!urls(index, "AB22CD").includes("services/jia/"));
});

const SAID = [[0, "受理条件", "家庭财产符合规定", "conditions"], [1, "迟到早退怎么处理", "扣发当月奖金。", "faq"], [3, "第二条", "工作人员推诿的给予批评", "article-2"]];
const saying = () => { const index = town(); add(index, "texts", SAID); return index; };

test("what the pages say comes in a tier of its own, with the place where it stands", () => {
  const found = find(saying(), "推诿");
  assert.deepEqual(found.answers, []);
  assert.deepEqual(found.mentions.map(item => [item.entry.url, item.passage.anchor]), [["regulations/shouwen/", "article-2"]]);
});

test("texts are wanted until they are there, and only for words in Chinese", () => {
  assert.ok(find(town(), "推诿").needs.includes("texts"));
  assert.ok(!find(saying(), "推诿").needs.includes("texts"));
  assert.ok(!find(town(), "dibao").needs.includes("texts"));
});

test("long texts come in shards: first the pairs of the query, then the passages of the entries that hold them", () => {
  const index = town(), asked = () => find(index, "推诿").needs.filter(name => name !== "sounds");
  add(index, "texts", { shards: 4, size: 2 });
  const [shard, ...others] = asked();
  assert.match(shard, /^pairs-[0-3]$/);
  assert.deepEqual(others, []);
  add(index, shard, { 推诿: [1, 2].map(inLetters).join(" ") });
  assert.deepEqual(asked(), ["texts-0", "texts-1"]);
  add(index, "texts-0", []);
  add(index, "texts-1", [SAID[2]]);
  assert.deepEqual(asked(), []);
  assert.equal(find(index, "推诿").mentions[0].entry.url, "regulations/shouwen/");
});

test("a passage and a name together answer a question about that name", () => {
  assert.equal(find(saying(), "临时救助迟到早退").answers[0].entry.url, "services/jiuzhu/");
});

const HALL = {
  intents: [["hours", "周末 上班 开门"], ["phone", "电话"]], cards: { hours: {}, phone: {} },
  windows: [{ number: 4, title: "4号窗口", url: "windows/minzheng/", lines: [] }],
};

test("a question about the hall gets its card first", () => {
  const found = find(town(HALL), "你们大厅周末上班吗");
  assert.deepEqual([found.card.card, found.cardFirst], ["hours", true]);
  assert.equal(find(town(HALL), "4号窗口").card.window.number, 4);
  assert.equal(find(town(HALL), "四号窗口").card.window.number, 4);
});

test("where a service is named, its answer stays above the card", () => {
  const found = find(town(HALL), "低保电话");
  assert.equal(found.answers[0].entry.url, "services/dibao/");
  assert.equal(found.cardFirst, false);
});

test("what other offices do is said, and no guess is made an answer", () => {
  const index = town({ offices: [["离婚 结婚", "婚姻登记处"]] });
  const found = find(index, "办离婚");
  assert.deepEqual(found.offices, [{ word: "离婚", who: "婚姻登记处" }]);
  assert.deepEqual(found.answers, []);
  assert.deepEqual(find(make([named("结婚登记", "a/")], { offices: [["结婚", "婚姻登记处"]] }), "结婚登记").offices, []);
});

test("a distance counts missing, extra, wrong and swapped letters once each, and stops at its limit", () => {
  for (const text of ["linhi", "linshhi", "linzhi", "lisnhi"]) assert.equal(distance(text, "linshi", 2, false), 1, text);
  assert.equal(distance("lin", "linshi", 2, true), 0);
  assert.equal(distance("abcd", "wxyz", 2, false), 3);
});

test("syllables that are easily confused are heard alike", () => {
  for (const [one, other] of [["zheng", "zen"], ["shi", "si"], ["chang", "can"], ["ling", "nin"]]) assert.equal(blur(one), blur(other));
  assert.notEqual(blur("gan"), blur("kan"));
});

test("tables for letters are made when letters are typed, and change nothing", () => {
  const index = town(), made = name => "value" in Object.getOwnPropertyDescriptor(index, name);
  assert.equal(urls(index, "临时救助")[0], "services/jiuzhu/");
  assert.deepEqual([made("plain"), made("blurred"), made("initials")], [false, false, false]);
  assert.equal(urls(index, "linshijiuzhu")[0], "services/jiuzhu/");
  assert.deepEqual([made("plain"), made("blurred")], [true, false]);
  assert.equal(urls(index, "linsijiuzu")[0], "services/jiuzhu/");
  assert.equal(made("blurred"), true);
});

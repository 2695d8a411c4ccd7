/* lookup.js: forms of a receipt number and what is found under them, which have to be those of generator/site/lookup.py. */
import assert from "node:assert/strict";
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { strict, loose, sha256, hmac, pbkdf2, bytes, letters, shard, entryOf } = offered("lookup.js").gongshiLookup;

const read = name => JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), "utf8"));
const SALT = "abcdefghijklmnop";

/* tests/site/test_lookup.py reads the same files. */
const NUMBERS = read("receipts"), KEPT = read("lookup-entries");

for (const number of NUMBERS) {
  test(`${JSON.stringify(number.typed)} has the forms, shard and name that the program gives it`, () => {
    const { typed } = number, secret = pbkdf2(bytes(loose(typed)), bytes(SALT), 3);
    const name = letters(hmac(secret)(bytes("name")).slice(0, 8));
    assert.deepEqual({ typed, strict: strict(typed), loose: loose(typed), shard: shard(typed, SALT, 64), name }, number);
  });
}

test("hash, HMAC and PBKDF2 are those of Node, for texts around the lengths of blocks", () => {
  for (let size = 0; size < 200; size += size < 130 ? 1 : 23) {
    const message = randomBytes(size), key = randomBytes(size % 90);
    assert.deepEqual(sha256([...message]), [...createHash("sha256").update(message).digest()]);
    assert.deepEqual(hmac([...key])([...message]), [...createHmac("sha256", key).update(message).digest()]);
  }
  assert.deepEqual(pbkdf2(bytes("甲"), bytes(SALT), 77), [...pbkdf2Sync("甲", SALT, 77, 32, "sha256")]);
});

test("what the program has sealed is opened by its number, however that is typed, and by nothing else", () => {
  for (const [typed, text] of Object.entries(KEPT.found)) {
    assert.deepEqual(entryOf(KEPT.entries, typed, KEPT.salt), text);
    assert.deepEqual(entryOf(KEPT.entries, ` ${typed.toLowerCase().replace(/-/g, "—")} `, KEPT.salt), text);
    assert.equal(entryOf(KEPT.entries, `${typed}1`, KEPT.salt), null);
  }
  assert.equal(Object.keys(KEPT.found).length, 2);
});

test("an entry that was changed is not believed", () => {
  const swap = text => text.replace(/.$/, last => last === "a" ? "b" : "a");
  const spoilt = Object.fromEntries(Object.entries(KEPT.entries).map(([name, text]) => [name, swap(text)]));
  for (const typed of Object.keys(KEPT.found)) assert.equal(entryOf(spoilt, typed, KEPT.salt), null);
});

test("with one shard everything is in it, and a shard is named by at least two digits", () => {
  assert.equal(shard("XG-0001", SALT, 1), "00");
  assert.match(shard("XG-0001", SALT, 65536), /^[0-9a-f]{2,4}$/);
});

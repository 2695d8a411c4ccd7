/* lookup.js: forms of a receipt number and their keys, which have to be those of generator/site/lookup.py. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { strict, loose, fnv1a, key, shard } = offered("lookup.js").gongshiLookup;

const hexadecimal = halves => halves.map(half => half.toString(16).padStart(8, "0")).join("");

/* tests/site/test_lookup.py reads the same file. */
const NUMBERS = JSON.parse(readFileSync(new URL("../data/receipts.json", import.meta.url), "utf8"));

for (const number of NUMBERS) {
  test(`${JSON.stringify(number.typed)} has the forms, hash, key and shard that the program gives it`, () => {
    const hash = fnv1a(loose(number.typed));
    const { typed } = number;
    const found = {
      typed, strict: strict(typed), loose: loose(typed), hash: hexadecimal(hash), key: key(hash), shard: shard(hash, 64),
    };
    assert.deepEqual(found, number);
  });
}

test("the hash gives the values that the authors of FNV publish", () => {
  assert.equal(hexadecimal(fnv1a("")), "cbf29ce484222325");
  assert.equal(hexadecimal(fnv1a("a")), "af63dc4c8601ec8c");
  assert.equal(hexadecimal(fnv1a("foobar")), "85944171f73967e8");
});

test("a key consists of 16 letters and no digit", () => {
  for (const number of NUMBERS) assert.match(key(fnv1a(number.typed)), /^[a-p]{16}$/);
  assert.equal(key([0x01234567, 0x89abcdef]), "abcdefghijklmnop");
});

test("with one shard everything is in it, and a shard is named by at least two digits", () => {
  assert.equal(shard([0, 0xffffffff], 1), "00");
  assert.equal(shard([0, 0x1ff], 512), "1ff");
});

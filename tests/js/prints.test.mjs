/* prints.js: the ZIP of the print centre is one that other programs read. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { offered } from "./page_script.mjs";

const { zipped, named } = offered("prints.js").gongshiPrints;

const bytes = (length, seed) => Uint8Array.from({ length }, (_, at) => (at * seed + (at >> 3)) & 255);
const whole = files => Buffer.concat(zipped(files).map(part => Buffer.from(part)));

/* Names, sizes and checksums as Python's zipfile finds them; it raises where a checksum is wrong. */
const read = archive => {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    const path = join(folder, "all.zip");
    writeFileSync(path, archive);
    const script = "import json, sys, zipfile\n"
      + "z = zipfile.ZipFile(sys.argv[1])\n"
      + "assert z.testzip() is None\n"
      + "print(json.dumps([[i.filename, i.file_size, z.read(i).hex()[:16]] for i in z.infolist()]))";
    return JSON.parse(execFileSync("python3", ["-c", script, path]));
  } finally { rmSync(folder, { recursive: true }); }
};

test("another program reads every file of the archive", () => {
  const files = [
    { name: "linshi-jiuzhu-a4.pdf", data: bytes(70_000, 7) },
    { name: "低保-60x90.pdf", data: bytes(1, 3) },
    { name: "empty.pdf", data: bytes(0, 1) },
  ];
  const expected = files.map(({ name, data }) => [name, data.length, Buffer.from(data).toString("hex").slice(0, 16)]);
  assert.deepEqual(read(whole(files)), expected);
});

test("the same files make the same archive", () => {
  const files = [{ name: "a.pdf", data: bytes(10, 1) }];
  assert.deepEqual(whole(files), whole(files));
});

test("an archive without files is one, too", () => {
  assert.deepEqual(read(whole([])), []);
});

test("two files of one name are kept apart", () => {
  assert.deepEqual(
    named(["https://a.example/posters/services/x-a4.pdf", "posters/regulations/x-a4.pdf", "y.pdf", "%E4%BD%8E/x-a4.pdf"]),
    ["x-a4.pdf", "x-a4-2.pdf", "y.pdf", "x-a4-3.pdf"],
  );
});

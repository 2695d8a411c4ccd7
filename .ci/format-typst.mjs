/* Format Typst files with typstyle: rewrites them, or with --check names those it would rewrite and fails.
   typstyle comes as WebAssembly, the only form of it in a package registry, and is loaded here by hand, because
   Node's own import of WebAssembly is an experiment still. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as typstyle from "@typstyle/typstyle-wasm-bundler/typstyle_wasm_bg.js";

const STYLE = { max_width: 120, tab_spaces: 2 };

const program = createRequire(import.meta.url).resolve("@typstyle/typstyle-wasm-bundler/typstyle_wasm_bg.wasm");
const module = new WebAssembly.Module(readFileSync(program));
const instance = new WebAssembly.Instance(module, { "./typstyle_wasm_bg.js": typstyle });
typstyle.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const check = process.argv[2] === "--check", files = process.argv.slice(check ? 3 : 2);
const unlike = files.filter(file => {
  const text = readFileSync(file, "utf8"), formatted = typstyle.format(text, STYLE);
  if (formatted === text) return false;
  console.log(check ? `${file} is not formatted: run make format` : `${file} formatted`);
  if (!check) writeFileSync(file, formatted);
  return true;
});
process.exitCode = !files.length || (check && unlike.length) ? 1 : 0;

/* Reads {scripts, queries} as JSON, runs the scripts as a page would, and writes what is listed for each query. */
import { readFileSync } from "node:fs";
import vm from "node:vm";

const { scripts, queries } = JSON.parse(readFileSync(0, "utf8"));
const window = {};
const page = vm.createContext({ window });
vm.runInContext("Object.defineProperty(globalThis, 'gongshi', { get: () => window.gongshi })", page);
scripts.forEach(path => vm.runInContext(readFileSync(path, "utf8"), page, path));
process.stdout.write(JSON.stringify(window.listedAll(queries)));

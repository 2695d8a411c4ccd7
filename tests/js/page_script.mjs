/* A script of the site without a page: it runs over a document in which nothing is found, and leaves what it offers. */
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../site_templates/theme/assets/gongshi/", import.meta.url);

const EMPTY_DOCUMENT = {
  getElementById: () => null,
  querySelector: () => null,
  querySelectorAll: () => [],
  addEventListener: () => {},
};

/* Hands messages over at once; Node's own keeps the process waiting for more. */
function Channel() {
  this.port1 = {};
  this.port2 = { postMessage: () => setImmediate(() => this.port1.onmessage()) };
}

/** The properties that the script called NAME puts on its window. */
export const offered = name => {
  const window = {}, source = readFileSync(new URL(name, FOLDER), "utf8");
  const script = new Function("window", "document", "location", "MessageChannel", source);
  script(window, EMPTY_DOCUMENT, { protocol: "file:" }, Channel);
  return window;
};

// Copies an article as WeChat takes it: with its styles, and a line in place of each picture, which it does not take.
// Opened from a folder, a browser may refuse the clipboard to scripts; then what was selected is copied.
(() => {
  const status = document.querySelector("[data-status]");
  const article = document.querySelector("[data-article]");

  const tell = (key) => {
    if (status) {
      status.textContent = document.body.dataset[key];
    }
  };

  const ready = () => {
    const copy = article.cloneNode(true);
    for (const picture of copy.querySelectorAll("img")) {
      const line = document.createElement("p");
      line.textContent = picture.dataset.insert;
      line.setAttribute("style", picture.dataset.insertStyle);
      picture.replaceWith(line);
    }
    return copy;
  };

  // What was selected would be copied with every style that the browser computes, a white ground among them.
  const copyByEvent = (html, text) => {
    const take = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", text);
    };
    window.getSelection().selectAllChildren(status);
    document.addEventListener("copy", take, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", take);
    window.getSelection().removeAllRanges();
    return done;
  };

  const copy = async (html, text) => {
    const parts = { "text/html": new Blob([html], { type: "text/html" }), "text/plain": new Blob([text], { type: "text/plain" }) };
    try {
      await navigator.clipboard.write([new ClipboardItem(parts)]);
      tell("copied");
    } catch {
      tell(copyByEvent(html, text) ? "copied" : "failed");
    }
  };

  document.querySelector("[data-copy-body]")?.addEventListener("click", () => {
    const copied = ready();
    copy(copied.innerHTML.trim(), copied.textContent.replace(/\s*\n\s*/g, "\n").trim());
  });

  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

  for (const button of document.querySelectorAll("[data-copy-text]")) {
    button.addEventListener("click", () => {
      const text = document.querySelector(`[data-text="${button.dataset.copyText}"]`).textContent;
      copy(escaped(text), text);
    });
  }

  const filter = document.querySelector("[data-filter]");
  filter?.addEventListener("input", () => {
    const wanted = filter.value.trim();
    for (const row of document.querySelectorAll("[data-filtered] tr")) {
      row.hidden = wanted !== "" && !row.textContent.includes(wanted);
    }
  });
})();

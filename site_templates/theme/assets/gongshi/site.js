/* Small conveniences; every page works without them. */
(function () {
  "use strict";
  var words = JSON.parse(document.getElementById("gs-words").textContent);
  var root = document.documentElement;

  /* 长辈版: large type and strong contrast, remembered on this device. */
  var elder = document.querySelector("[data-gs-elder]");
  function showElder() {
    var on = root.classList.contains("gs-elder");
    elder.textContent = on ? words.elder_off : words.elder_on;
    elder.setAttribute("aria-pressed", String(on));
  }
  if (elder) {
    elder.hidden = false;
    showElder();
    elder.addEventListener("click", function () {
      var on = root.classList.toggle("gs-elder");
      try { localStorage.setItem("gongshi.elder", on ? "1" : "0"); } catch (error) { /* private window */ }
      showElder();
    });
  }

  /* The code on a sheet leads here with its version: ?v=9A35-03CD. */
  var current = document.querySelector("[data-gs-version]");
  var scanned = /[?&]v=([0-9A-F]{4}-[0-9A-F]{4})(?:&|$)/.exec(location.search);
  if (current && scanned) {
    var same = scanned[1] === current.getAttribute("data-gs-version");
    var said = document.createElement("strong");
    said.textContent = current.getAttribute(same ? "data-same" : "data-other");
    current.insertBefore(said, current.firstChild);
    current.classList.add(same ? "gs-current--same" : "gs-current--other");
    current.setAttribute("role", "status");
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-gs-print]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();

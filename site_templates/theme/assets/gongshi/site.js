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

  Array.prototype.forEach.call(document.querySelectorAll("[data-gs-print]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();

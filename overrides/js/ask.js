/* A question in a dialog, before something is done that takes much away. The way back has the focus. */
Handbook.ask = ask;

/** `yes` is the key of the words for doing it.
    @param {string} words @param {string} yes @param {Act} act */
function ask(words, yes, act) {
  const box = Handbook.make("dialog", { class: "ask", "aria-labelledby": "ask-words" });
  const line = Handbook.make("p", { class: "ask-actions" });
  const back = Handbook.button("cancel", function () { box.close(); }, true);
  line.append(Handbook.button(yes, function () { box.close(); act(); }), back);
  box.append(Handbook.make("p", { id: "ask-words" }, words), line);
  box.addEventListener("close", function () { box.remove(); });
  (document.querySelector("article") || document.body).appendChild(box);
  box.showModal();
  back.focus();
}

/* The one shared object: how a subject starts, how it finds its words, how it makes an element. */
window.Handbook = { ready: ready, word: word, make: make, judges: {} };

function ready(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function strings() {
  const frame = document.querySelector("[data-strings]");
  return frame ? JSON.parse(frame.dataset.strings) : {};
}

function word(key, values) {
  const text = strings()[key] || key;
  return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
}

function make(tag, attributes, text) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  if (text) element.textContent = text;
  return element;
}

/* The one shared object: how a subject starts, how it finds its words, how it makes an element.
   HandbookData (written by the build before this file) holds: book, edition, language, words, aliases, unkept. */
window.Handbook = { data: window.HandbookData || { words: {} }, ready: ready, word: word, make: make, button: button, load: load, time: time, judges: {} };

function ready(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function word(key, values) {
  const text = Handbook.data.words[key] || key;
  return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
}

function make(tag, attributes, text) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  if (text) element.textContent = text;
  return element;
}

function button(key, act, plain) {
  const made = make("button", { type: "button", class: "button" + (plain ? " button-plain" : "") }, word(key));
  made.addEventListener("click", act);
  return made;
}

const BASE = document.currentScript.src;
const loaded = {};
const waiting = {};

/* A joined script that few readers need, loaded once, when it is first asked for: beside this one, same version. */
function load(name, then, failed) {
  if (loaded[name]) return then();
  const asked = waiting[name] || (waiting[name] = []);
  asked.push({ then: then, failed: failed });
  if (asked.length > 1) return null;
  const script = make("script", { src: BASE.replace("/handbook.js", "/" + name + ".js") });
  script.addEventListener("load", function () {
    loaded[name] = true;
    asked.forEach(function (one) { one.then(); });
  });
  script.addEventListener("error", function () {
    script.remove();
    delete waiting[name];
    asked.forEach(function (one) { if (one.failed) one.failed(); });
  });
  return document.head.appendChild(script);
}

/* Of today the time alone, of other days the date too. */
function time(moment) {
  const then = new Date(moment);
  const language = Handbook.data.language;
  const clock = then.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === new Date().toDateString()) return clock;
  return then.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" }) + ", " + clock;
}

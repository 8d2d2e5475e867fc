/* The one shared object: how a subject starts, how it finds its words, how it makes an element.
   HandbookData (written by the build before this file) holds: book, edition, language, words, aliases, unkept. */
window.Handbook = /** @type {Shared} */ ({ data: window.HandbookData || { words: {} }, ready: ready, word: word, make: make, button: button, get: get, shelf: shelf, load: load, time: time, judges: {} });

/** @param {Act} start */
function ready(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

/** @param {string} key @param {Record<string, string | number>} [values] */
function word(key, values) {
  const text = Handbook.data.words[key] || key;
  return text.replace(/\{(\w+)\}/g, function (_, name) { return String((values || {})[name]); });
}

/** @template {keyof HTMLElementTagNameMap} K
    @param {K} tag @param {Texts} [attributes] @param {string} [text] */
function make(tag, attributes, text) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(function (pair) { element.setAttribute(pair[0], pair[1]); });
  if (text) element.textContent = text;
  return element;
}

/** @param {string} key @param {Act} act @param {boolean} [plain] */
function button(key, act, plain) {
  const made = make("button", { type: "button", class: "button" + (plain ? " button-plain" : "") }, word(key));
  made.addEventListener("click", act);
  return made;
}

/** What the markup of a page is sure to have.
    @template {HTMLElement} E
    @param {ParentNode} place @param {string} selector @returns {E} */
function get(place, selector) {
  const found = /** @type {E | null} */ (place.querySelector(selector));
  if (!found) throw new Error("not on this page: " + selector);
  return found;
}

/** What the browser keeps for this site, until the tab is closed or longer; null where it refuses.
    @param {"sessionStorage" | "localStorage"} name */
function shelf(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

const BASE = /** @type {HTMLScriptElement} */ (document.currentScript).src;
/** @type {Record<string, boolean>} */
const loaded = {};
/** @type {Record<string, { then: Act, failed?: Act }[]>} */
const waiting = {};

/** A joined script that few readers need, loaded once, when it is first asked for: beside this one, same version.
    @param {string} name @param {Act} then @param {Act} [failed] */
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

/** Of today the time alone, of other days the date too.
    @param {number} moment */
function time(moment) {
  const then = new Date(moment);
  const language = Handbook.data.language;
  const clock = then.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === new Date().toDateString()) return clock;
  return then.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" }) + ", " + clock;
}

// The scripts of the site: eslint's recommended rules, names that are unknown or unused, and the oldest browsers that are
// served (browserslist in package.json). compat knows from which version on a browser has an interface; es-x in which
// year the language got something.
import { readFileSync } from "node:fs";
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";
import globals from "globals";

const own = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));

// Safari 15.4 has all of ES2020, Chrome 87 too.
const younger = es.configs["flat/restrict-to-es2020"].rules;
// Methods of iterators have the names of those of arrays; which one is called cannot be seen.
const told = Object.entries(younger).filter(([name]) => !name.includes("iterator-prototype"));
const shared = ["Handbook", "HandbookData", "HandbookForms", "HandbookIndex", "HandbookSearch", "importScripts"];

export default [
  js.configs.recommended,
  {
    files: ["**/*.js"],
    plugins: { compat, "es-x": es },
    languageOptions: {
      ecmaVersion: "latest",
      // Each file is joined as a strict function of its own.
      sourceType: "commonjs",
      globals: { ...globals.browser, ...Object.fromEntries(shared.map((name) => [name, "readonly"])) },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: { browsers: own.browserslist, lintAllEsApis: true, "es-x": { aggressive: true } },
    rules: { ...Object.fromEntries(told), "compat/compat": "error", eqeqeq: "error", "no-shadow-restricted-names": "error" },
  },
];

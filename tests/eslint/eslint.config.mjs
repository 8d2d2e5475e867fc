// The scripts of the site against the oldest browsers that are served (browserslist in package.json).
// compat knows from which version on a browser has an interface; es-x in which year the language got something.
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";
import { readFileSync } from "node:fs";

const own = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));

// Safari 15.4 has all of ES2020, Chrome 87 too.
const younger = es.configs["flat/restrict-to-es2020"].rules;
// Methods of iterators have the names of those of arrays; which one is called cannot be seen.
const told = Object.entries(younger).filter(([name]) => !name.includes("iterator-prototype"));

export default [
  {
    files: ["**/*.js"],
    plugins: { compat, "es-x": es },
    languageOptions: { ecmaVersion: "latest", sourceType: "script" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: { browsers: own.browserslist, lintAllEsApis: true, "es-x": { aggressive: true } },
    rules: { ...Object.fromEntries(told), "compat/compat": "error" },
  },
];

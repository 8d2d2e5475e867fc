// While serving: what is wrong with the texts, at the top of every page.
const said = window.HandbookProblems;
const room = document.querySelector("article") || document.body;
if (said.title && room) {
  const line = (/** @type {string} */ tag, /** @type {string} */ words, css = "") => {
    const element = document.createElement(tag);
    element.textContent = words;
    if (css) element.className = css;
    return element;
  };
  const banner = line("aside", "", "problem preview-problems");
  banner.setAttribute("role", "alert");
  banner.append(line("p", said.title, "problem-title"));
  for (const [place, words] of said.items) {
    if (place) banner.append(line("p", place, "problem-place"));
    banner.append(line("p", words));
  }
  if (said.more) banner.append(line("p", said.more));
  room.prepend(banner);
}

/* The theme turns the page at n and p and opens the search at f, s and /. Single keys belong to those who type and to
   those who speak to their device, so none of them reaches the theme, unless the reader is in the search.
   Stands before the theme's script and listens at the same place. */
window.addEventListener("keydown", function (event) {
  const isSingle = event.key && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  const search = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  if (isSingle && !search.checked) event.stopImmediatePropagation();
});

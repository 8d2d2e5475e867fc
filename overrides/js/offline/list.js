/* On the page that stands in for one that is not saved: the modules that are. */
Handbook.ready(async function () {
  const list = document.querySelector(".saved-list");
  if (!list) return;
  for (const name of (await Handbook.offline.all()).sort()) {
    const link = Handbook.make("a", { href: Handbook.offline.base + name + "/" }, Handbook.word("offline_module", { number: Number(name.split("-")[1]) }));
    const item = Handbook.make("li");
    item.append(link);
    list.append(item);
  }
});

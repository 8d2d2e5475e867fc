// The window of the presenter. Pages from a disk share no storage: the two windows tell each other what is shown.

const PRESENTER = "#penyaji";
const isPresenter = location.hash === PRESENTER;
/** @type {Window | null} The other window. */
let other = isPresenter ? window.opener : null;

const tell = (/** @type {object} */ state) => {
  if (other && !other.closed) other.postMessage({ deck: document.title, state }, "*");
};

window.HandbookWindow = {
  isPresenter,
  tell,
  isAlone: () => !other || other.closed,
  /** Open it, or bring it to the front; false when the browser refuses. */
  open: () => {
    if (isPresenter) return true;
    other = window.open(location.href.split("#")[0] + PRESENTER, "penyaji", "width=1100,height=760");
    return Boolean(other);
  },
  /** Call back with each state that the other window tells; `null` asks for the state of this one. */
  listen: (take) => {
    window.addEventListener("message", (event) => {
      const said = event.data;
      if (event.source === other && said && said.deck === document.title) take(said.state);
    });
    if (isPresenter) tell({ asks: true });
  },
};

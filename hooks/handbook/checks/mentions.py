"""A mention in running text points to something that exists, and it is clear to what."""

from handbook.book import Book, Use, all_uses
from handbook.content.regulation import law_id
from handbook.mentions.scanner import Mention
from handbook.problem import Kind, Problem, Problems, phrase, problem


def check(book: Book) -> Problems:
    """Mentions whose target is neither there nor planned, and those that leave it open whose they are."""
    outside = {law_id(short) for short in book.outside_laws}
    for use in all_uses(book):
        if not use.mention.id:
            yield _open(book, use)
        elif use.mention.id in outside:
            continue
        elif book.targets.get(use.mention.id) is None and not book.is_planned(use.mention.module):
            words = use.mention.plain
            kind = Kind.REGULATION_UNKNOWN if use.mention.kind == "peraturan" else Kind.REFERENCE_MISSING
            yield problem(use.place, kind, _hints(book, use, words), use.mention.id, kata=words)


def _open(book: Book, use: Use) -> Problem:
    words, kind = use.mention.plain, _owner_kind(book, use.mention)
    shown = [_with_owner(book, kind, words, _label(book, id_)) for id_ in use.mention.owners[:3]]
    example = _with_owner(book, kind, words, _example(book, use, kind))
    owner = phrase(f"induk_{kind}")
    return problem(use.place, Kind.MENTION_OPEN, tuple(shown), kata=words, induk=owner, contoh=example)


def _with_owner(book: Book, kind: str, words: str, label: str) -> str:
    return book.settings.strings(f"kalimat.milik_siapa.{kind}", kata=words, induk=label)


def _example(book: Book, use: Use, kind: str) -> str:
    """The label of an owner that the author may have meant: of the same module, if there is one."""
    module = use.page.module if use.page else None
    found = book.targets.of_kind(kind)
    own = (target for target in found if module and book.module_of(target.id) == module)
    target = next(own, found[0] if found else None)
    return target.label if target else ""


def _owner_kind(book: Book, mention: Mention) -> str:
    kind = book.settings.mentions.get(mention.kind)
    return (kind.within if kind else None) or "peraturan"


def _label(book: Book, id_: str) -> str:
    target = book.targets.get(id_)
    return target.label if target else id_.upper().replace("-", " ", 1).replace("-", "/")


def _hints(book: Book, use: Use, words: str) -> tuple[str, ...]:
    mention = use.mention
    meant = _meant(book, use)
    if meant:
        return (meant,)
    if mention.kind == "peraturan":
        return book.targets.nearest(_label(book, mention.id), [mention.kind])
    prefix = mention.id.rsplit("-", 1)[0] + "-"
    same = [t.label for t in book.targets.of_kind(mention.kind) if t.id.startswith(prefix) and t.label]
    return tuple(same[:3]) or book.targets.nearest(words, [mention.kind])


def _meant(book: Book, use: Use) -> str:
    """The mention intended by a number that was cut short: *IK 2. 1*, of which only *IK 2* is read."""
    start, end = use.mention.start, use.mention.end
    found = book.misspellings.find(use.text[start : end + 9])
    return next((item.right for item in found if item.start == 0 and start + item.end > end), "")

"""A question told three ways: by the book, by its file, by what Moodle's importer understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from xml.etree import ElementTree

from handbook.content.questions.choice import Choice
from handbook.content.questions.kinds import AnyQuestion
from handbook.content.questions.match import Match
from handbook.content.questions.order import Order
from handbook.content.questions.reflection import Reflect
from handbook.content.questions.short import Short
from handbook.content.questions.truth import Truth
from handbook.html import plain
from handbook.strings import Strings

Said = dict[str, Any]


def bare(html: str) -> str:
    """The words of a text in HTML."""
    return " ".join(unescape(re.sub(r"</?em>", "", html).replace("<p>", " ").replace("</p>", " ")).split())


def by_book(question: AnyQuestion, quiz: str, s: Strings) -> Said:
    """From the question as its author wrote it; answers with their part of the points."""
    asked = " ".join(filter(None, (plain(question.ask), question.how_many(s))))
    return {
        "id": f"{quiz}.{question.id}",
        "asked": asked,
        "points": question.worth,
        "explained": plain(question.explanation),
        "indicator": question.measures,
        "level": s(f"kuis.tingkat.{question.level}") if question.level else "",
        **_answers(question),
    }


def _answers(question: AnyQuestion) -> Said:
    if isinstance(question, Choice):
        share = 1 / sum(option.right for option in question.options)
        wrong = 0 if question.kind == "pilihan-tunggal" else -share
        return {
            "kind": "multichoice",
            "single": question.kind == "pilihan-tunggal",
            "answers": [
                (plain(o.text), round(share if o.right else wrong, 5), plain(o.feedback or ""))
                for o in question.options
            ],
        }
    if isinstance(question, Truth):
        return {"kind": "truefalse", "right": question.right}
    if isinstance(question, Match):
        pairs = [(plain(pair.left), plain(pair.right)) for pair in question.pairs]
        return {"kind": "match", "pairs": [*pairs, *(("", plain(spare)) for spare in question.distractors)]}
    if isinstance(question, Order):
        return {"kind": "ordering", "steps": [plain(step) for step in question.steps]}
    if isinstance(question, Short):
        return {"kind": "shortanswer", "accepted": [(answer, 1) for answer in question.answers]}
    assert isinstance(question, Reflect)
    return {"kind": "essay", "notes": plain(question.points)}


def by_file(content: bytes) -> list[Said]:
    """From the file, by another reader of XML; the category is left out."""
    found = ElementTree.fromstring(content).findall("question")
    return [_of_file(item) for item in found if item.get("type") != "category"]


def _of_file(item: ElementTree.Element) -> Said:
    def text(path: str, of: ElementTree.Element = item) -> str:
        return bare(of.findtext(f"{path}/text" if path else "text") or "")

    kind = str(item.get("type")).replace("matching", "match")
    answers = [
        (text("", one), round(float(one.get("fraction", "0")) / 100, 5), text("feedback", one))
        for one in item.findall("answer")
    ]
    parts: dict[str, Said] = {
        "multichoice": {"single": item.findtext("single") == "true", "answers": answers},
        "truefalse": {"right": {words: share for words, share, _ in answers}.get("true") == 1},
        "match": {"pairs": [(text("", one), text("answer", one)) for one in item.findall("subquestion")]},
        "ordering": {"steps": [words for words, *_ in answers]},
        "shortanswer": {"accepted": [(words, share) for words, share, _ in answers]},
        "essay": {"notes": text("graderinfo")},
    }
    tags = [bare(tag.text or "") for tag in item.findall("tags/tag/text")]
    return {
        "id": item.findtext("idnumber"),
        "asked": text("questiontext"),
        "points": int(str(item.findtext("defaultgrade"))),
        "explained": bare((item.findtext("generalfeedback/text") or "").partition("</p>")[0]),
        "indicator": tags[0].split()[-1],
        "level": next((tag for tag in tags if re.match(r"C\d", tag)), ""),
        "kind": kind,
        **parts[kind],
    }


def by_moodle(found: list[Said]) -> list[Said]:
    """From the objects that Moodle's importer hands to its kinds of questions."""
    return [_of_moodle(item) for item in found if item["qtype"] != "category"]


def _of_moodle(item: Said) -> Said:
    kind = item["qtype"]
    parts: dict[str, Callable[[], Said]] = {
        "multichoice": lambda: {
            "single": bool(item["single"]),
            "answers": [
                (bare(one["text"]), round(share, 5), bare(said["text"]))
                for one, share, said in zip(item["answer"], item["fraction"], item["feedback"], strict=True)
            ],
        },
        "truefalse": lambda: {"right": item["correctanswer"]},
        "match": lambda: {
            "pairs": [
                (bare(one["text"]), other)
                for one, other in zip(item["subquestions"], item["subanswers"], strict=True)
            ]
        },
        "ordering": lambda: {"steps": [bare(one["text"]) for one in item["answer"]]},
        "shortanswer": lambda: {"accepted": list(zip(item["answer"], item["fraction"], strict=True))},
        "essay": lambda: {"notes": bare(item["graderinfo"]["text"])},
    }
    return {
        "id": item["idnumber"],
        "asked": bare(item["questiontext"]),
        "points": int(item["defaultmark"]),
        "explained": bare(item["generalfeedback"].partition("</p>")[0]),
        "indicator": item["tags"][0].split()[-1],
        "level": next((tag for tag in item["tags"] if re.match(r"C\d", tag)), ""),
        "kind": kind,
        **parts[kind](),
    }

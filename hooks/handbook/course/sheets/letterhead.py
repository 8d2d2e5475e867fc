"""The letterhead (kop) of lists and certificates: lines of the plan, a mark beside them."""

from handbook.course.sheets.occasion import CourseOccasion
from handbook.html import Piece, e


def letterhead(course: CourseOccasion) -> Piece:
    """The lines and the mark; nothing while the plan has none."""
    own = course.course.plan.letterhead
    if own is None:
        return None
    mark = e("img", src=own.mark, alt="") if own.mark else None
    lines = e("div", *(e("p", line) for line in own.lines), class_="kop-lines")
    return e("div", mark, lines, class_="kop")

"""Which series a meeting belongs to, told from the kind of meeting and the sides or framework named with it.

The codes of the series are those of data/reference/series.csv. A word of data/reference/series_words.csv stands for a
framework, whose meetings are of several kinds, or for one series (AEMM, AEM-METI).
"""

from __future__ import annotations

from functools import cache

from loaders.extract.lexicon import REFERENCE
from loaders.reference import read_rows

# What a kind of meeting is called in the slug of ASEAN with one partner; the rest are "other".
_ASEAN_KINDS = {
    "summit": "summit",
    "talks-summit": "summit",
    "special-summit": "special-summit",
    "pmc": "pmc",
    "talks-fmm": "pmc",
    "dialogue": "dialogue",
    "som": "som",
    "jcc": "jcc",
    "defence": "defence",
    "economic": "economic",
}
_BILATERAL = {
    "summit": "bilateral-summit",
    "talks-summit": "bilateral-summit",
    "special-summit": "bilateral-summit",
    "pmc": "bilateral-fmm",
    "talks-fmm": "bilateral-fmm",
    "talks-vice": "bilateral-vice-minister",
    "vice-ministerial": "bilateral-vice-minister",
    "call": "bilateral-call",
    "dialogue": "bilateral-dialogue",
    "consultation": "bilateral-dialogue",
}
# Meetings of ASEAN alone, by kind.
_OF_ASEAN = {
    "summit": "asean-summit", "special-summit": "asean-summit", "talks-summit": "asean-summit",
    "pmc": "amm", "talks-fmm": "amm",
}  # fmt: skip
# What talks are when all sides hold one office.
_OF_RANK = {"leader": "talks-summit", "foreign-minister": "talks-fmm"}
# Held with one whom the text names; who reports it may go without saying.
_OF_TWO = frozenset({"talks", "call"})
# Framework and kind; "" is the framework named alone ("the 18th East Asia Summit").
_FRAMEWORKS = {
    ("apt", "summit"): "asean-plus-three-summit",
    ("apt", "special-summit"): "asean-plus-three-summit",
    ("apt", "pmc"): "asean-plus-three-pmc",
    ("apt", "som"): "asean-plus-three-som",
    ("eas", ""): "eas-summit",
    ("eas", "summit"): "eas-summit",
    ("eas", "pmc"): "eas-fmm",
    ("eas", "som"): "eas-som",
    ("arf", ""): "arf",
    ("arf", "pmc"): "arf",
    ("arf", "ministerial"): "arf",
    ("arf", "som"): "arf-som",
    ("mekong-rok", "summit"): "mekong-rok-summit",
    ("mekong-rok", "pmc"): "mekong-rok-fmm",
    ("mekong-rok", "som"): "mekong-rok-som",
    ("amm", ""): "amm",
    ("amm", "pmc"): "amm",
    ("amm", "summit"): "asean-summit",
    ("asean-summit", "pmc"): "amm",
    ("acc", ""): "acc",
    ("asean-summit", ""): "asean-summit",
    ("asean-summit", "summit"): "asean-summit",
    ("asean-summit", "special-summit"): "asean-summit",
    ("amm", "ministerial"): "amm",
    ("acc", "pmc"): "acc",
    ("acc", "ministerial"): "acc",
}
_EAS_SIDES = ("ASEAN", "AUS", "CHN", "IND", "JPN", "KOR", "NZL", "RUS", "USA")
_SIDES = {
    "apt": ("ASEAN", "CHN", "JPN", "KOR"),
    "eas": _EAS_SIDES,
    "admm-plus": _EAS_SIDES,
    "arf": ("ASEAN",),
    "mekong-rok": ("KHM", "KOR", "LAO", "MMR", "THA", "VNM"),
    "amm": ("ASEAN",),
    "acc": ("ASEAN",),
    "asean-summit": ("ASEAN",),
    "admm": ("ASEAN",),
    "quad": ("AUS", "IND", "JPN", "USA"),
}
_LEVELS = {
    "asean-summit": "summit",
    "amm": "minister",
    "acc": "minister",
    "admm": "minister",
    "admm-plus": "minister",
}
_ALONE = frozenset({"eas", "arf", "amm", "acc", "asean-summit", "admm-plus", "admm"})
_RANKED = {
    "leader": "bilateral-summit",
    "foreign-minister": "bilateral-fmm",
    "vice-minister": "bilateral-vice-minister",
}


@cache
def _series() -> dict[str, tuple[str | None, str | None]]:
    """Series → (partner, level)."""
    return {str(row["series"]): (row["partner"], row["level"]) for row in read_rows(REFERENCE / "series.csv")}


@cache
def _by_partner() -> dict[tuple[str, str], str]:
    rows = read_rows(REFERENCE / "series.csv")
    return {
        (str(row["partner"]), str(row["kind"])): str(row["series"])
        for row in rows
        if row["partner"] and str(row["series"]).startswith("asean-")
    }


def stands_alone(framework: str) -> bool:
    """Is a framework a meeting by its name alone?"""
    return framework in _ALONE or framework in _series()


def framework_sides(framework: str) -> tuple[str, ...]:
    """The sides of a framework; empty where its membership is not part of the vocabulary."""
    partner = _series().get(framework, (None, None))[0]
    return _SIDES.get(framework) or (("ASEAN", partner) if partner else ())


def series_of(
    kind: str, sides: tuple[str, ...], framework: str | None = None, rank: str | None = None
) -> str:
    """The series of a meeting of a kind (data/reference/meeting_words.csv) between sides.

    `rank` is the office both sides hold (leader, foreign-minister, ...), where the kind does not say it.
    """
    if framework:
        if framework in _series() and framework not in _ALONE:
            return framework
        if kind in ("meeting", "talks") and framework in _ALONE:  # ACC Meeting, AMM Retreat
            kind = ""
        return _FRAMEWORKS.get((framework, kind), "other")
    if "AKC" in sides:
        sides = ("ASEAN", "KOR")
    if "ASEAN" in sides:
        sides = tuple(side for side in sides if side != "ASEC")
    if "ASEC" in sides:
        rank = None  # the Secretary-General is nobody's peer
    sides = tuple("ASEAN" if side == "ASEC" and len(sides) == 2 else side for side in sides)
    if "ASEAN" in sides:
        partners = [side for side in sides if side != "ASEAN"]
        if not partners:
            kind = _OF_RANK.get(rank or "", kind) if kind == "talks" else kind
            return _OF_ASEAN.get(kind, "other")
        if len(partners) > 1:
            return "other"
        if kind == "talks":
            kind = _OF_RANK.get(rank or "", kind)
        found = _by_partner().get((partners[0], _ASEAN_KINDS.get(kind, "other")))
        return found or "other"
    if len(sides) != 2 and not (len(sides) == 1 and kind in _OF_TWO):
        return "other"
    if kind == "talks" or (kind in ("committee", "consultation") and rank == "foreign-minister"):
        return _RANKED.get(rank or "", "bilateral-other")
    return _BILATERAL.get(kind, "bilateral-other")


def level_of(series: str, kind_level: str | None, framework: str | None) -> str | None:
    """The level of a meeting: what its series or framework is, unless its words say vice ministers."""
    if kind_level == "vice-minister":
        return kind_level
    return _series().get(series, (None, None))[1] or _LEVELS.get(framework or "") or kind_level

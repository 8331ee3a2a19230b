"""Who met whom: countries and organisations as sides of the same meetings, and people named at the same
meetings.

ASEAN stands in the middle, its members around it, everybody else in the outer ring; people stand on two
sides, those of a party together. Names stay readable and nothing moves about: a layout by force puts a
hub's neighbours in a heap.
"""

from __future__ import annotations

import math
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go

from loaders.tables import Tables
from pages.charts.figure import Figure
from pages.parts.look import Look, partner_colour
from pages.parts.people import names_by_person

Position = tuple[float, float]

MOST_PEOPLE = 40
HEIGHT = 640
# The radii that a ring's nodes take in turn, one more for every CROWDED nodes.
INNER, OUTER = (0.5,), (1.0, 0.86, 0.72)
CROWDED = 14
# How far the ellipse of people reaches to either side: their names take the rest of a phone's width.
BELLY = 0.3
# Numbers of meetings at which a line gets thicker, with its width in px.
WIDTHS = ((1, 0.8), (3, 1.6), (8, 3.0), (20, 5.5))


def party_pairs(tables: Tables) -> pd.DataFrame:
    """Each pair of parties that were sides of the same meeting, most meetings first.

    Columns: a, b, meetings, two_sided (meetings with no third side), first, last (dates).
    """
    sides = tables.meeting_parties.astype("str")
    return _pairs(sides, "party", tables)


def people_pairs(tables: Tables, party: str | None = None) -> pd.DataFrame:
    """Each pair of people of different parties who are named at the same meeting; of a chosen party, its
    own people with all others. Columns as party_pairs, and party_a, party_b."""
    named = tables.participants.dropna(subset=["meeting_id", "person_id", "party"])
    seats = (
        named[["meeting_id", "person_id", "party"]].astype("str").drop_duplicates(["meeting_id", "person_id"])
    )
    pairs = _pairs(seats, "person_id", tables)
    home = tables.people.set_index("person_id")["party"].astype("str")
    pairs["party_a"], pairs["party_b"] = pairs["a"].map(home), pairs["b"].map(home)
    pairs = pairs[pairs["party_a"] != pairs["party_b"]]
    if party:
        pairs = pairs[(pairs["party_a"] == party) | (pairs["party_b"] == party)]
    return pairs.reset_index(drop=True)


def party_network(pairs: pd.DataFrame, tables: Tables, look: Look, chosen: str | None = None) -> Figure:
    """The parties; lines as thick as the number of meetings, dotted where the two met in wider company
    only."""
    words = look.words
    nodes = _meetings_by_node(pairs)
    where = _rings(list(nodes), tables)
    labels = {code: words.country(code) for code in nodes}
    colours = {code: partner_colour(code) for code in nodes}
    shown = pairs.rename(columns={"a": "from", "b": "to"})
    chart = _draw(pairs, nodes, where, labels, colours, chosen, look)
    shown.insert(1, "name_from", shown["from"].map(words.country))
    shown.insert(3, "name_to", shown["to"].map(words.country))
    return Figure(
        chart=chart,
        title=_party_title(pairs, chosen, look),
        alt=_alternative(pairs, labels, len(nodes), look),
        data=shown,
        note=words("participants-network-note"),
    )


def people_network(pairs: pd.DataFrame, tables: Tables, look: Look, party: str | None = None) -> Figure:
    """The people with the most meetings (at most MOST_PEOPLE), in the colour of their party."""
    words = look.words
    met = _meetings_by_node(pairs)
    kept = sorted(met, key=lambda node: (-met[node], node))[:MOST_PEOPLE]
    drawn = pairs[pairs["a"].isin(kept) & pairs["b"].isin(kept)]
    names = names_by_person(tables.people, words)
    home = tables.people.set_index("person_id")["party"].astype("str").to_dict()
    nodes = {node: met[node] for node in kept}
    labels = {node: names[node] for node in nodes}
    colours = {node: partner_colour(home[node]) for node in nodes}
    chart = _draw(drawn, nodes, _sides(kept, home, tables), labels, colours, None, look, across=True)
    data = pairs.assign(name_a=pairs["a"].map(names), name_b=pairs["b"].map(names))
    return Figure(
        chart=chart,
        title=_people_title(pairs, names, look),
        alt=_alternative(pairs, names, len(met), look),
        data=data,
        note=words("participants-people-note")
        + " "
        + words("participants-people-drawn", shown=len(nodes), n=len(met)),
    )


def _pairs(seats: pd.DataFrame, column: str, tables: Tables) -> pd.DataFrame:
    dates = dict(zip(tables.meetings["meeting_id"], tables.meetings["start"], strict=True))
    sides = tables.meeting_parties["meeting_id"].value_counts().to_dict()
    met: dict[tuple[str, str], list[str]] = {}
    there: dict[str, set[str]] = {}
    for meeting, seat in zip(seats["meeting_id"], seats[column], strict=True):
        there.setdefault(meeting, set()).add(seat)
    for meeting, present in there.items():
        for pair in combinations(sorted(present), 2):
            met.setdefault(pair, []).append(meeting)
    rows = [
        {
            "a": a,
            "b": b,
            "meetings": len(ids),
            "two_sided": sum(sides.get(key) == 2 for key in ids),
            "first": min(days, default=pd.NaT),
            "last": max(days, default=pd.NaT),
        }
        for (a, b), ids in met.items()
        for days in [[dates[key] for key in ids if pd.notna(dates[key])]]
    ]
    columns = ["a", "b", "meetings", "two_sided", "first", "last"]
    found = pd.DataFrame(rows, columns=columns)
    found = found.astype({"first": "datetime64[us]", "last": "datetime64[us]"})
    return found.sort_values(["meetings", "a", "b"], ascending=[False, True, True]).reset_index(drop=True)


def _meetings_by_node(pairs: pd.DataFrame) -> dict[str, int]:
    """The number of meetings behind each node's lines; a meeting of three sides counts for both lines."""
    ends = pd.concat([pairs.set_index("a")["meetings"], pairs.set_index("b")["meetings"]])
    return {str(node): int(total) for node, total in ends.groupby(level=0).sum().items()}


def _rings(nodes: list[str], tables: Tables) -> dict[str, Position]:
    kinds = tables.countries.set_index("code")["kind"]
    order = {code: place for place, code in enumerate(kinds.index)}
    nodes = sorted(nodes, key=lambda node: order[node])
    middle = [node for node in nodes if node == "ASEAN"]
    members = [node for node in nodes if kinds[node] == "asean-member"]
    outer = [node for node in nodes if node not in {*middle, *members}]
    where: dict[str, Position] = dict.fromkeys(middle, (0.0, 0.0))
    return where | _ring(members, INNER) | _ring(outer, OUTER)


def _sides(nodes: list[str], home: dict[str, str], tables: Tables) -> dict[str, Position]:
    """Down the right side and up the left of a narrow ellipse, every name on a line of its own; people of
    one party side by side, parties in the order of the reference."""
    order = {code: place for place, code in enumerate(tables.countries["code"])}
    nodes = sorted(nodes, key=lambda node: (order[home[node]], node))
    right = (len(nodes) + 1) // 2
    where: dict[str, Position] = {}
    for side, part in ((1, nodes[:right]), (-1, nodes[right:][::-1])):
        for place, node in enumerate(part):
            y = 1 - 2 * (place + 0.5) / right
            where[node] = (side * (0.04 + BELLY * math.sqrt(1 - y * y)), y)
    return where


def _ring(nodes: list[str], radii: tuple[float, ...]) -> dict[str, Position]:
    """Clockwise from the top; where there are many, on several radii in turn, so that names stay apart."""
    turn = 2 * math.pi / max(len(nodes), 1)
    used = radii[: 1 + len(nodes) // CROWDED]
    return {
        node: (
            used[place % len(used)] * math.sin(place * turn),
            used[place % len(used)] * math.cos(place * turn),
        )
        for place, node in enumerate(nodes)
    }


def _draw(
    pairs: pd.DataFrame,
    nodes: dict[str, int],
    where: dict[str, Position],
    labels: dict[str, str],
    colours: dict[str, str],
    chosen: str | None,
    look: Look,
    across: bool = False,
) -> go.Figure:
    """Lines, then nodes with their names outward of the middle: above and below it, or `across` to its sides."""
    figure = go.Figure()
    for number, (least, width) in enumerate(WIDTHS):
        most = WIDTHS[number + 1][0] if number + 1 < len(WIDTHS) else None
        class_ = pairs[(pairs["meetings"] >= least) & ((pairs["meetings"] < most) if most else True)]
        for alone, lines in class_.groupby(class_["two_sided"] > 0):
            touching = (lines["a"] == chosen) | (lines["b"] == chosen)
            for own, part in lines.groupby(touching):
                figure.add_trace(_lines(part, where, width, bool(alone), bool(own), look))
    axis, places = (0, ("middle right", "middle left")) if across else (1, ("top center", "bottom center"))
    for beyond, textposition in zip((True, False), places, strict=True):
        order = [node for node in sorted(nodes) if (where[node][axis] >= 0) == beyond]
        figure.add_trace(_nodes(order, nodes, where, labels, colours, look))
        figure.data[-1].textposition = textposition
    figure.update_layout(**look.plotly_layout(), height=HEIGHT, hovermode="closest", dragmode=False)
    figure.update_xaxes(visible=False, range=[-1.22, 1.22], fixedrange=True)
    figure.update_yaxes(visible=False, range=[-1.18, 1.18], fixedrange=True)
    return figure


def _nodes(
    order: list[str],
    nodes: dict[str, int],
    where: dict[str, Position],
    labels: dict[str, str],
    colours: dict[str, str],
    look: Look,
) -> go.Scatter:
    top = max(nodes.values(), default=1)
    return go.Scatter(
        x=[where[node][0] for node in order],
        y=[where[node][1] for node in order],
        mode="markers+text",
        text=[labels[node] for node in order],
        textfont={"color": look.ink, "size": 11.5},
        customdata=order,
        marker={
            "size": [10 + 22 * (nodes[node] / top) ** 0.5 for node in order],
            "color": [colours[node] for node in order],
            "opacity": 1,
            "line": {"color": look.paper, "width": 1.5},
        },
        hovertemplate=[
            f"{labels[node]}<br>{look.words('count-meetings', n=nodes[node])}<extra></extra>"
            for node in order
        ],
    )


def _lines(
    pairs: pd.DataFrame, where: dict[str, Position], width: float, alone: bool, own: bool, look: Look
) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for a, b in zip(pairs["a"], pairs["b"], strict=True):
        x += [where[a][0], where[b][0], None]
        y += [where[a][1], where[b][1], None]
    line = {"width": width, "color": look.accent if own else look.faint, "dash": "solid" if alone else "dot"}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip")


def _party_title(pairs: pd.DataFrame, chosen: str | None, look: Look) -> str:
    words = look.words
    own = pairs[(pairs["a"] == chosen) | (pairs["b"] == chosen)] if chosen else pairs
    if own.empty:
        return words("participants-network-none")
    first = own.iloc[0]
    if chosen:
        other = str(first["b"] if first["a"] == chosen else first["a"])
        return words(
            "participants-network-title-one",
            party=words.country(chosen),
            other=words.country(other),
            n=int(first["meetings"]),
            others=len(own),
        )
    return words(
        "participants-network-title",
        a=words.country(str(first["a"])),
        b=words.country(str(first["b"])),
        n=int(first["meetings"]),
    )


def _people_title(pairs: pd.DataFrame, names: dict[str, str], look: Look) -> str:
    if pairs.empty:
        return look.words("participants-network-none")
    first = pairs.iloc[0]
    a, b = names[str(first["a"])], names[str(first["b"])]
    return look.words("participants-network-title", a=a, b=b, n=int(first["meetings"]))


def _alternative(pairs: pd.DataFrame, labels: dict[str, str], nodes: int, look: Look) -> str:
    said = [f"{labels[row.a]}–{labels[row.b]} {row.meetings}" for row in pairs.head(5).itertuples()]
    return look.words(
        "participants-network-alt", nodes=nodes, lines=len(pairs), pairs=look.words.list(said) or "–"
    )

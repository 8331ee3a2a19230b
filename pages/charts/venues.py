"""Where meetings were held: points on the outline of the land, sized by their number. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt
import pandas as pd

from pages.charts.figure import Figure
from pages.parts.look import Look

AREAS = ("asia", "world")
HEIGHTS = {"asia": 540, "world": 400}
# Small states that a reader looks for: named on the map whatever their number.
ALWAYS_NAMED = ("SGP", "BRN")
# Degrees east and north within which a second name would run into the first.
NAME_ROOM = {"asia": (11.0, 2.6), "world": (34.0, 8.0)}
# The meridians between which the map of the world leaves names to the map of Asia.
ASIA = (60, 150)
_PROJECTIONS: dict[str, dict[str, str]] = {
    # From Myanmar to Japan and from Timor-Leste to Mongolia; a wide screen has room for India and more.
    "asia": {
        "type": "mercator",
        "center": "[width > 700 ? 108 : 119, 18.5]",
        "scale": "min(width / 0.95, height / 1.1)",
    },
    "world": {"type": "equalEarth", "rotate": "[-120, 0, 0]", "scale": "min(width / 5.5, height / 2.65)"},
}


def venues(
    meetings: pd.DataFrame, locate: Callable[[str | None, str], tuple[Any, ...] | None]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Each meeting's place, and the places with their number of meetings.

    `locate(city, country)` gives (city, country, latitude, longitude) or None; a city of None means that only
    the country is known. The first frame is meeting_id, place ("Jakarta:IDN", ":IDN", "virtual", "unknown");
    the second place, city, country, latitude, longitude, count, most frequent first, points on the map only.
    """
    found: dict[str, tuple[Any, ...]] = {}
    places = []
    for row in meetings.itertuples():
        city, country = (None if pd.isna(value) else str(value) for value in (row.city, row.country))
        spot = locate(city, country) if country else None
        if spot is None:
            places.append("virtual" if row.mode == "virtual" else "unknown")
            continue
        place = f"{spot[0] or ''}:{spot[1]}"
        found[place] = spot
        places.append(place)
    of_meeting = pd.DataFrame({"meeting_id": meetings["meeting_id"].tolist(), "place": places})
    counts = of_meeting["place"].value_counts()
    spots = [(place, *spot[:4], int(counts[place])) for place, spot in found.items()]
    points = pd.DataFrame(spots, columns=["place", "city", "country", "latitude", "longitude", "count"])
    points["city"] = points["city"].astype("object").where(points["city"].notna(), None)
    return of_meeting, points.sort_values(["count", "place"], ascending=[False, True]).reset_index(drop=True)


def named_places(points: pd.DataFrame, area: str) -> pd.Series:
    """Which places get their name on the map: the most frequent ones that do not run into each other."""
    cities = points[points["city"].notna()]
    if area == "world":
        cities = cities[~cities["longitude"].between(*ASIA)]
    first = cities["country"].isin(ALWAYS_NAMED)
    width, height = NAME_ROOM[area]
    kept: list[tuple[float, float]] = []
    named = []
    for row in pd.concat([cities[first], cities[~first]]).itertuples():
        if all(abs(row.longitude - x) > width or abs(row.latitude - y) > height for x, y in kept):
            kept.append((row.longitude, row.latitude))
            named.append(row.Index)
    return pd.Series(points.index.isin(named), index=points.index)


def venue_map(
    points: pd.DataFrame,
    off_map: dict[str, int],
    land: str,
    look: Look,
    area: str,
    city_name: Callable[[str], str],
    chosen: str | None = None,
) -> Figure:
    """Circles sized by number, filled for a city, hollow for a country's middle (the city is not said).

    `off_map`: the number of meetings "virtual" and of "unknown" place; `land`: GeoJSON features as text (as data
    Altair would copy it at each step); `area`: one of AREAS; `chosen`: the place picked.
    """
    words = look.words
    rows = points.copy()
    cities = rows["city"].notna()
    country = rows["country"].map(words.country)
    rows["name"] = [
        city_name(city) if city else words("meetings-city-unknown", country=name)
        for city, name in zip(rows["city"], country, strict=True)
    ]
    rows["country_name"] = country
    rows["label"] = rows["name"].where(named_places(points, area), "")
    rows["fill"] = [look.accent if city else "transparent" for city in cities]
    rows["chosen"] = rows["place"] == chosen
    projection: dict[str, Any] = {
        name: said if name == "type" else {"expr": said}
        for name, said in {**_PROJECTIONS[area], "translate": "[width / 2, height / 2]"}.items()
    }
    ground = alt.Chart(alt.InlineData(values=land, format={"type": "json"}, name="land")).mark_geoshape(
        fill=look.grid, stroke=look.faint, strokeWidth=0.6, clip=True
    )
    pick = alt.selection_point(name="pick", fields=["place"])
    most = max(int(rows["count"].max()), 1) if len(rows) else 1
    base = alt.Chart(rows).encode(longitude="longitude:Q", latitude="latitude:Q")
    marks = (
        base.mark_circle(cursor="pointer", clip=True, fillOpacity=0.55)
        .encode(
            size=alt.Size(
                "count:Q",
                title=words("page-meetings"),
                scale=alt.Scale(domain=[0, most], range=[30, 1300]),
                legend=alt.Legend(
                    values=_steps(most), symbolStrokeColor=look.accent, symbolFillColor="transparent"
                ),
            ),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.condition("datum.chosen", alt.value(look.ink), alt.value(look.accent)),
            strokeWidth=alt.condition("datum.chosen", alt.value(2.5), alt.value(1.2)),
            order=alt.Order("count:Q", sort="descending"),
            tooltip=[
                alt.Tooltip("name:N", title=words("column-place")),
                alt.Tooltip("country_name:N", title=words("column-country")),
                alt.Tooltip("count:Q", title=words("page-meetings")),
            ],
        )
        .add_params(pick)
    )
    text = base.mark_text(dy=-13, fontSize=11, clip=True).encode(text="label:N")
    halo = base.mark_text(dy=-13, fontSize=11, clip=True, stroke=look.paper, strokeWidth=3).encode(
        text="label:N"
    )
    chart = alt.layer(ground, marks, halo, text).project(**projection).properties(height=HEIGHTS[area])
    top = rows.head(3)
    named = [
        f"{row.place_name} {row.count_}"
        for row in top.rename(columns={"name": "place_name", "count": "count_"}).itertuples()
    ]
    fields = {
        "n": int(rows["count"].sum()),
        "places": int(cities.sum()),
        "vague": int(rows.loc[~cities, "count"].sum()),
        "virtual": off_map["virtual"],
        "unknown": off_map["unknown"],
    }
    return Figure(
        chart=chart,
        title=words("meetings-map-title", items=words.list(named)) if named else words("meetings-map-none"),
        alt=words("meetings-map-alt", items=words.list(named) or "–", **fields),
        data=rows[["place", "name", "country", "latitude", "longitude", "count"]],
        note=words("meetings-map-note", **fields),
    )


def _steps(most: int) -> list[int]:
    return sorted({max(1, round(most * share)) for share in (0.05, 0.3, 1)})

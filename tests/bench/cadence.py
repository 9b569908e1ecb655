#!/usr/bin/python3
"""Whom to keep in touch with, as fu-due says it, by PyYAML.

    cadence.py TODAY DIR

For each note under DIR: the front matter through libyaml, the touches of its log by a regular
expression, and a line where the last one is longer ago than the note's cadence allows. Nothing
else that can be due is looked at, so fu-due prints the same lines but those of notes of which it
has something else to say.
"""
import os
import re
import sys
from datetime import date, timedelta

import yaml

CLOSED = {"closed", "lost", "won", "rejected", "withdrawn", "declined", "hired", "archived", "dead",
          "paused", "do-not-contact"}
LISTS = {"a-list": "3w", "b-list": "2mo", "c-list": "6mo", "d-list": "1y"}
WORDS = {"weekly": "1w", "biweekly": "2w", "monthly": "1mo", "quarterly": "1q", "yearly": "1y"}
MONTHS = {"mo": 1, "q": 3, "y": 12}
DAYS = {"d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}

FRONT = re.compile(r"---\n(.*?\n)---\n(.*)", re.S)
LOG = re.compile(r"^## Log\n(.*?)(?=^## |\Z)", re.M | re.S)
TOUCH = re.compile(r"^- (\d{4}-\d{2}-\d{2}) (.*)", re.M)
STAY = re.compile(r"\b(?:stay|keep) in touch\b", re.I)
SPAN = re.compile(r"(\d+) *([a-z]+)")


def split(span):
    count, unit = SPAN.fullmatch(WORDS.get(span, span)).groups()
    return int(count), unit


def add(day, span):
    count, unit = split(span)
    if unit in DAYS:
        return day + timedelta(count * DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (after - timedelta(1)).day))


def length(span):
    return add(date.min, span) - date.min


def cadence(front, touches):
    every = front.get("every")
    if every:
        return None if every == "never" else str(every)
    spans = [LISTS[tag] for tag in front.get("tags", ()) if tag in LISTS]
    if spans:
        return min(spans, key=length)
    return "3mo" if any(STAY.search(text) for _, text in touches) else None


def due(text):
    """The day, the last touch and the span of a note with a cadence, and its front matter."""
    parts = FRONT.match(text)
    if not parts:
        return None
    front = yaml.load(parts[1], Loader=yaml.CSafeLoader)
    if front.get("stage") in CLOSED:
        return None
    log = LOG.search(parts[2])
    touches = TOUCH.findall(log[1]) if log else []
    every = cadence(front, touches)
    if not every or not touches:
        return None
    last = date.fromisoformat(max(day for day, _ in touches))
    return add(last, every), last, every, front


def paths(top):
    for directory, _, names in os.walk(top):
        for name in names:
            if name.endswith(".md"):
                yield os.path.join(directory, name)


def main():
    today = date.fromisoformat(sys.argv[1])
    rows = []
    for path in paths(sys.argv[2]):
        with open(path, encoding="utf-8") as f:
            found = due(f.read())
        if found and found[0] <= today:
            rows.append((found[0], path, *found[1:]))
    for day, path, last, every, front in sorted(rows, key=lambda row: row[:2]):
        count, unit = split(every)
        print(day, (today - day).days, "keep-in-touch", path, f"{front['name']} ({front['org']})",
              f"last touch {last}, every {count}{unit[0] if unit in DAYS else unit}", sep="\t")


main()

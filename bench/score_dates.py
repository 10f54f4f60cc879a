#!/usr/bin/env python3
"""How well `archive-index dates` finds the dates that a text speaks of.

    bench/score_dates.py ARCHIVE_INDEX TEMPORAL_DATA [--errors N]

Asks the program for each text of wikiwars (TIMEX2) and timeline, with the day that the collection gives the text, and compares.

What counts as a date: an annotation whose value is a day, week, month, quarter,
half, season, year, decade or century.  A part of a day (`TNI`) counts as its day,
`1991-03-XX` as its month.  Durations, sets, PRESENT_REF and their like are no
dates: what is found there is wrong.  A clock time (`T17:00`) is left out of the
count, and so is what is found on it.  Years before Christ count: they are missed,
since an index has no such days.  Of annotations in each other each counts.

  span   found and annotated share a character, each matched once
  exact  the same first and last character
  value  as span, and the same first and last day

Timeline annotates no spans in its texts: its gold says which event is on which
day.  Counted there is how many of the days (months, years) that a text's events
have are found in that text; days of publication are left out, since events of
that day need no words for it.  Nothing can be said of what is found besides.

Half `tuned` was looked at while rules were written, `held` was not: wikiwars by
odd and even number, timeline by the first letter of the file's MD5.
"""
import argparse
import calendar
import collections
import datetime
import glob
import hashlib
import html
import json
import os
import re
import subprocess

PIECES = re.compile(r"<(/?)(TIMEX[23])\b([^>]*)>|<[^>]+>|&[a-z#0-9]+;|[^<&]+|.",
                    re.S)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
Mention = collections.namedtuple("Mention", "begin end value")  # value: a pair


def read(markup):
    """Text without its markup, and the annotations (begin, end, attributes)."""
    text, open_ones, found = "", [], []
    for match in PIECES.finditer(markup):
        closing, name, attributes = match.groups()
        piece = match.group(0)
        if name and closing:
            begin, values = open_ones.pop()
            found.append((begin, len(text), values))
        elif name and not piece.endswith("/>"):
            open_ones.append((len(text),
                              dict(re.findall(r'(\w+)="([^"]*)"', attributes))))
        elif piece.startswith("</s>"):
            text += "\n"
        elif not piece.startswith("<") or piece == "<":
            text += html.unescape(piece)
    return text, sorted(found, key=lambda item: item[:2])


def months(year, first, count):
    last = first + count - 1
    year_of_last, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return (f"{year:04}-{first:02}-01", f"{year_of_last:04}-{month:02}-"
            f"{calendar.monthrange(year_of_last, month)[1]:02}")


def days_of(value):
    """First and last day; None: no date.  "clock": a time of day."""
    if re.search(r"T\d\d", value):
        return "clock"
    value = re.sub(r"T[A-Z]{2}$", "", value)
    value = re.sub(r"^(\d\d)-(\d\d)-(\d{4})$", r"\3-\2-\1", value)
    value = re.sub(r"(-XX)+$", "", value)
    if re.match(r"BC\d", value):
        return ("-", value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (value, value)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + datetime.timedelta(5 if match[3] else 0)
        return (str(first), str(monday + datetime.timedelta(6)))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return months(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return months(int(match[1]), int(match[2]) * 3 - 2, 3)
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return months(int(match[1]), int(match[2]) * 6 - 5, 6)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return months(int(match[1]), SEASONS[match[2]], 3)
    if re.fullmatch(r"\d{2,4}", value):
        zeros, nines = value.ljust(4, "0"), value.ljust(4, "9")
        return (f"{zeros}-01-01", f"{nines}-12-31")
    return None


class Text:
    def __init__(self, collection, name, half, anchor, text, annotations):
        self.collection, self.name, self.half = collection, name, half
        self.anchor, self.text = anchor, text
        self.gold, self.clocks = [], []
        for begin, end, attributes in annotations:
            value = attributes.get("val", attributes.get("value", ""))
            days = days_of(value)
            if days == "clock":
                self.clocks.append((begin, end))
            elif days and attributes.get("type", "DATE") in ("DATE", "TIME"):
                self.gold.append(Mention(begin, end, days))


def texts(root):
    for path in sorted(glob.glob(f"{root}/wikiwars/keyinline/*.xml")):
        with open(path, encoding="utf-8") as file:
            markup = file.read()
        anchor = re.search(r"<DATETIME>.*?val=\"(\d{4}-\d\d-\d\d)", markup)[1]
        body = markup[markup.index("<TEXT>"):]
        name = os.path.basename(path)
        half = "tuned" if int(name[:2]) % 2 else "held"
        yield Text("wikiwars", name, half, anchor, *read(body))
    seen = set()
    for path in sorted(glob.glob(f"{root}/timeline/*/*TimeML/*.tml")):
        name = os.path.basename(path)
        if name in seen:
            continue
        seen.add(name)
        with open(path, encoding="utf-8") as file:
            markup = file.read()
        anchor = re.search(r"<DCT>.*?value=\"([^\"]*)", markup)[1]
        anchor = re.sub(r"^(\d\d)-(\d\d)-(\d{4})", r"\3-\2-\1", anchor)[:10]
        half = ("tuned" if hashlib.md5(name.encode()).hexdigest()[0] < "8"
                else "held")
        yield Text("timeline", name, half, anchor,
                   *read(markup[markup.index("<TEXT>"):]))


def event_days(root):
    """By the number of the text: the days of its events."""
    days = collections.defaultdict(set)
    for path in glob.glob(f"{root}/timeline/*/TimeLines_Gold_Standard/*.txt"):
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                cells = line.rstrip("\n").split("\t")
                value = days_of(cells[1]) if len(cells) > 2 else None
                if not value:
                    continue
                for event in cells[2:]:
                    days[event.split("-")[0]].add(value)
    return days


def ask(program, text, anchor):
    command = [program, "dates"]
    if anchor:
        command += ["--anchor", anchor]
    answer = subprocess.run(command, input=text.text.encode(), check=True,
                            capture_output=True).stdout
    # Byte offsets → characters.
    characters, at = {}, 0
    for i, character in enumerate(text.text):
        characters[at] = i
        at += len(character.encode())
    characters[at] = len(text.text)
    found = []
    for line in answer.splitlines():
        row = json.loads(line)
        found.append(Mention(characters[row["start"]], characters[row["end"]],
                             (row["from"], row["to"])))
    return found


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Counts:
    def __init__(self):
        self.gold = self.found = self.span = self.exact = self.value = 0

    def add(self, text, found, errors):
        found = [f for f in found
                 if not any(overlap(f, c) for c in text.clocks)]
        self.gold += len(text.gold)
        self.found += len(found)
        pairs = self.pairs(text.gold, found)
        for gold, mention in pairs:
            self.span += 1
            self.exact += gold[:2] == mention[:2]
            self.value += gold.value == mention.value
            if gold.value != mention.value:
                errors.append(("value", text, gold, mention))
            elif gold[:2] != mention[:2]:
                errors.append(("bounds", text, gold, mention))
        matched = {g for g, _ in pairs}, {f for _, f in pairs}
        errors += [("missed", text, g, None) for g in text.gold
                   if g not in matched[0]]
        errors += [("false", text, None, f) for f in found
                   if f not in matched[1]]

    @staticmethod
    def pairs(gold, found):
        """Those of equal bounds first, then those that share most."""
        candidates = sorted(
            ((g[:2] != f[:2], g.value != f.value,
              -(min(g.end, f.end) - max(g.begin, f.begin)), g, f)
             for g in gold for f in found if overlap(g, f)))
        taken_gold, taken_found, pairs = set(), set(), []
        for *_, g, f in candidates:
            if g in taken_gold or f in taken_found:
                continue
            taken_gold.add(g)
            taken_found.add(f)
            pairs.append((g, f))
        return pairs

    def f1(self, right):
        total = self.gold + self.found
        return 2 * right / total if total else 0.0

    def row(self):
        precision = self.value / self.found if self.found else 0.0
        recall = self.value / self.gold if self.gold else 0.0
        return (f"{self.gold:5} | {self.found:5} | {self.f1(self.span):.3f} | "
                f"{self.f1(self.exact):.3f} | {precision:.3f} | {recall:.3f} | "
                f"{self.f1(self.value):.3f}")


def show(errors, limit):
    for kind, text, gold, found in errors[:limit]:
        some = gold or found
        left = text.text[max(0, some.begin - 50):some.begin].replace("\n", "/")
        right = text.text[some.end:some.end + 40].replace("\n", "/")
        told = " | ".join(f"{text.text[m.begin:m.end]!r} {'..'.join(m.value)}"
                          for m in (gold, found) if m)
        print(f"{kind:6} {text.name[:12]} {left}[[{told}]]{right}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--kind", default="")
    parser.add_argument("--no-anchor", action="store_true")
    arguments = parser.parse_args()
    if not os.path.isdir(arguments.data):
        print(f"skipped: no {arguments.data}")
        return
    counts = collections.defaultdict(Counts)
    events = event_days(arguments.data)
    told = collections.Counter()
    errors = []
    for text in texts(arguments.data):
        found = ask(arguments.program, text,
                    "" if arguments.no_anchor else text.anchor)
        if text.collection == "timeline":
            wanted = events[text.name.split("_")[0]] - {(text.anchor,) * 2}
            values = {mention.value for mention in found}
            for half in (text.half, "all"):
                told[half, "days"] += len(wanted)
                told[half, "found"] += len(wanted & values)
                told[half, "mentions"] += len(found)
            if text.half == "tuned":
                errors += [("unseen", text, None,
                            Mention(0, 0, value))
                           for value in sorted(wanted - values)
                           if arguments.kind == "unseen"]
            continue
        mine = []
        counts[text.collection, text.half].add(text, found, mine)
        counts[text.collection, "all"].add(text, found, [])
        if text.half == "tuned":  # the other half stays unseen
            errors += [e for e in mine if arguments.only in text.collection
                       and arguments.kind in e[0]]
    print("| texts | half | dates | found | span F1 | exact F1 | "
          "value P | value R | value F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for (collection, half), count in sorted(counts.items()):
        print(f"| {collection} | {half} | {count.row()} |")
    print("\n| timeline | days of events | of them found | share | mentions found "
          "in all |")
    print("| --- | --- | --- | --- | --- |")
    for half in ("all", "held", "tuned"):
        days, seen = told[half, "days"], told[half, "found"]
        print(f"| {half} | {days} | {seen} | {seen / max(days, 1):.3f} | "
              f"{told[half, 'mentions']} |")
    show(errors, arguments.errors)


if __name__ == "__main__":
    main()

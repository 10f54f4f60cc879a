#!/usr/bin/env python3
"""Which country and first-level region a place lies in: writes the table of places.

    scripts/make_places.py [SHARED]        SHARED: ../shared/data/gazetteers

Reads GeoNames' places of 5,000 people or more (cities.tsv, admin1.json; CC BY 4.0) and
the countries of mledoze/countries (countries.json; ODbL 1.0) and writes
indexer/analysis/models/places.tsv, a line a name, in order:

    name TAB country TAB region

A name of several places is the largest one's, if that has four times the people of the
next one elsewhere; else the name is left out, or its region.  A region has the people of
its cities.  "~" for a region stands behind what the people of a country are called.
Names of countries come first, but for Georgia, which nobody can tell.
Other names of a city count when it has half a million people and no place is called so.
"""
import collections
import csv
import json
import pathlib
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIMES = 4
SMALLEST = 15_000
LARGE = 500_000
AMBIGUOUS = {"georgia"}
# News means the capital more often than the state.
WITHOUT_REGION = {"washington"}
# Besides those of the gazetteer, over which these win; "" for what is of several.
PEOPLES = {
    "British": "United Kingdom", "Briton": "United Kingdom", "English": "United Kingdom",
    "Scottish": "United Kingdom", "Welsh": "United Kingdom", "American": "United States",
    "Soviet": "Soviet Union", "East German": "East Germany", "West German": "West Germany",
    "Yugoslav": "Yugoslavia", "Czechoslovak": "Czechoslovakia", "Argentinian": "Argentina",
    "Spaniard": "Spain", "Dutchman": "Netherlands", "Frenchman": "France",
    "Frenchwoman": "France", "Irishman": "Ireland", "Pole": "Poland", "Dane": "Denmark",
    "Swede": "Sweden", "Finn": "Finland", "Turk": "Turkey", "Serb": "Serbia",
    "Croat": "Croatia", "Slovak": "Slovakia", "Czech": "Czechia", "Thai": "Thailand",
    "Filipina": "Philippines", "Saudi": "Saudi Arabia", "Emirati": "United Arab Emirates",
    "Bangladeshi": "Bangladesh", "Burmese": "Myanmar", "Taiwanese": "Taiwan",
    "Georgian": "", "Congolese": "", "Dominican": "", "Guinean": "", "Korean": "",
    "Samoan": "", "Micronesian": "", "Nigerien": "Niger", "Channel Islander": "",
    "Virgin Islander": "", "Antarctican": "", "American Islander": "",
}
# Countries that are no more, as the table of aliases calls them.
FORMER = ["Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany", "West Germany"]


def folded(name):
    parts = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def is_latin(name):
    return all(ord(c) < 0x250 for c in name)


def canonical_names():
    """Name of a country in countries.json -> the one that the program uses."""
    names = {}
    for line in (ROOT / "training/aliases.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("LOC\t"):
            _, alias, name = line.split("\t")
            names[folded(alias)] = name
    return names


def countries(folder):
    own = canonical_names()
    names = {}
    for row in json.loads((folder / "countries.json").read_text(encoding="utf-8")):
        common = row["name"]["common"]
        names[row["cca2"]] = own.get(folded(common), common)
    return names


class Table:
    def __init__(self):
        self.places = collections.defaultdict(list)  # folded: (people, country, region)
        self.spelling = {}

    def add(self, name, people, country, region):
        key = folded(name)
        if key:
            self.places[key].append((people, country, region))
            self.spelling.setdefault(key, name)

    def rows(self):
        for key in sorted(self.places):
            places = sorted(self.places[key], reverse=True)
            people, country, region = places[0]
            elsewhere = max((p for p, c, _ in places if c != country), default=0)
            if key in AMBIGUOUS or people < TIMES * elsewhere:
                continue
            others = max((p for p, c, r in places if c == country and r != region), default=0)
            yield self.spelling[key], country, region if people >= TIMES * others else ""


def peoples(folder, country):
    """What the people of countries are called -> the country."""
    of = collections.defaultdict(set)
    rows = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    for independent in (True, False):  # Dutch are those of the Netherlands first
        known = set(of)
        for row in rows:
            if bool(row["independent"]) == independent:
                for name in set(row["demonyms"].get("eng", {}).values()) - known - {""}:
                    of[name].add(country[row["cca2"]])
    names = {name: of[name].pop() for name in sorted(of) if len(of[name]) == 1}
    return {name: c for name, c in (names | PEOPLES).items() if c}


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1
                          else ROOT.parent / "shared/data/gazetteers")
    country = countries(folder)
    region = {row["code"]: row["name"]
              for row in json.loads((folder / "admin1.json").read_text(encoding="utf-8"))}
    table, other, people_of = Table(), [], collections.Counter()
    with (folder / "cities.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["country"] not in country:
                continue
            people = int(row["population"] or 0)
            code = f"{row['country']}.{row['admin1']}"
            people_of[code] += people
            where = country[row["country"]], region.get(code, "")
            # Small ones count against others of their name, without being named.
            table.add(row["name"], people, *where)
            if row["ascii"] != row["name"]:
                table.add(row["ascii"], people, *where)
            if people >= LARGE:
                other += [(name, people, *where)
                          for name in (row["alternate_names"] or "").split(",")
                          if len(name) > 3 and is_latin(name)]
    for code, name in region.items():
        if code[:2] in country:
            table.add(name, people_of[code], country[code[:2]], name)
    known = set(table.places)
    for name, people, in_country, in_region in other:
        if folded(name) not in known:
            table.add(name, people, in_country, in_region)
    rows = {}
    for name, in_country, in_region in table.rows():
        if max(p for p, _, _ in table.places[folded(name)]) >= SMALLEST:
            rows[folded(name)] = (
                name, in_country, "" if folded(name) in WITHOUT_REGION else in_region)
    for name in list(country.values()) + FORMER:
        if folded(name) not in AMBIGUOUS:
            rows[folded(name)] = (name, name, "")
    out = ROOT / "indexer/analysis/models/places.tsv"
    with out.open("w", encoding="utf-8") as file:
        file.write("# Written by scripts/make_places.py; sources and licences: NOTICE.\n")
        for key in sorted(rows):
            file.write("\t".join(rows[key]) + "\n")
        for name, in_country in sorted(peoples(folder, country).items()):
            file.write(f"{name}\t{in_country}\t~\n")
    print(f"{out.relative_to(ROOT)}: {len(rows)} names")


if __name__ == "__main__":
    main()

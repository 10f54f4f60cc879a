#!/usr/bin/env python3
"""How well `archive-index read` tells articles and dates from web pages.

    bench/score_pages.py ARCHIVE_INDEX EXTRACTION_DATA bodies|dates [--half H] [--errors N]

bodies: the 181 pages of scrapinghub's benchmark, by the measure of
../shared/score/score_extraction.py (4-word shingles; precision and recall are means
over the pages, F1 their harmonic mean).

dates: the 300 pages of htmldate.  A page is right when the day of publication is the
annotated one, wrong when it is another, undated when none is given.

Pages were split by the first digit of the MD5 of their name: `tuned` was looked at
while rules were written, `held` was only scored.  Tuned are 0 to 7; of htmldate
0 to c, since later rounds of work looked at more.
"""
import argparse
import collections
import gzip
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile


def half_of(name, first_held="8"):
    digit = hashlib.md5(name.encode()).hexdigest()[0]
    return "tuned" if digit < first_held else "held"


def shingles(text):
    words = re.findall(r"\w+", text or "")
    size = min(4, len(words))
    if not words:
        return collections.Counter()
    return collections.Counter(tuple(words[i:i + size])
                               for i in range(len(words) - size + 1))


def read_pages(program, folder, names):
    """name -> what `read` prints of the page."""
    found = {}
    with tempfile.TemporaryDirectory() as where:
        for name in names:
            with gzip.open(os.path.join(folder, name)) as page:
                with open(os.path.join(where, name.removesuffix(".gz")), "wb") as out:
                    out.write(page.read())
        out = subprocess.run([program, "read", where], check=False,
                             stdout=subprocess.PIPE).stdout
    for line in out.decode("utf-8").splitlines():
        article = json.loads(line)
        name = os.path.basename(article.get("id", article.get("path")))
        found[name + ".gz"] = article
    return found


def body_scores(gold, got):
    want, have = shingles(gold), shingles(got)
    hit = sum((want & have).values())
    return hit, sum(want.values()), sum(have.values())


def mean_f1(rows):
    precision = [hit / have for _, hit, want, have in rows if have]
    recall = [hit / want for _, hit, want, have in rows if want]
    p = sum(precision) / max(1, len(precision))
    r = sum(recall) / max(1, len(recall))
    return p, r, 2 * p * r / max(1e-9, p + r)


def score_bodies(arguments):
    folder = os.path.join(arguments.data, "scrapinghub")
    with open(os.path.join(folder, "ground-truth.json"), encoding="utf-8") as file:
        truth = json.load(file)
    names = [page + ".html.gz" for page in truth]
    found = read_pages(arguments.program, os.path.join(folder, "html"), names)
    rows = collections.defaultdict(list)
    for page, gold in truth.items():
        got = found.get(page + ".html.gz", {}).get("body", "")
        row = (page, *body_scores(gold["articleBody"], got))
        for half in ("all", half_of(page)):
            rows[half].append(row)
    print("| half | pages | no article | P | R | F1 |")
    print("| --- | --- | --- | --- | --- | --- |")
    for half in ("all", "held", "tuned"):
        if arguments.half and half != arguments.half:
            continue
        p, r, f1 = mean_f1(rows[half])
        empty = sum(1 for row in rows[half] if not row[3])
        print(f"| {half} | {len(rows[half])} | {empty} | {p:.3f} | {r:.3f} | {f1:.3f} |")
    worst = sorted(rows["tuned"], key=lambda r: 2 * r[1] / max(1, r[2] + r[3]))
    for page, hit, want, have in worst[:arguments.errors]:
        print(f"{page} P {hit / max(1, have):.3f} R {hit / max(1, want):.3f} "
              f"{truth[page]['url']}")


def wilson(right, total):
    """The 95 % interval of a share."""
    z = 1.96
    share = right / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    width = z / (1 + z * z / total) * math.sqrt(
        share * (1 - share) / total + z * z / (4 * total * total))
    return middle - width, middle + width


def score_dates(arguments):
    folder = os.path.join(arguments.data, "htmldate")
    with open(os.path.join(folder, "dates.json"), encoding="utf-8") as file:
        truth = {page["file"]: (page["date"], url)
                 for url, page in json.load(file).items()}
    found = read_pages(arguments.program, os.path.join(folder, "html"), sorted(truth))
    rows = collections.defaultdict(list)
    for name, (date, url) in truth.items():
        published = found.get(name, {}).get("published")
        row = (name, date, published, url)
        for half in ("all", half_of(name, "d")):
            rows[half].append(row)
    print("| half | pages | right | wrong | undated | right of those dated |")
    print("| --- | --- | --- | --- | --- | --- |")
    for half in ("all", "held", "tuned"):
        if arguments.half and half != arguments.half:
            continue
        total = len(rows[half])
        right = sum(1 for _, date, got, _ in rows[half]
                    if got and got["value"][:10] == date)
        undated = sum(1 for _, _, got, _ in rows[half] if not got)
        wrong = total - right - undated
        print(f"| {half} | {total} | {right / total:.1%} | {wrong / total:.1%} | "
              f"{undated / total:.1%} | {right / max(1, total - undated):.1%} |")
    calibration(rows, arguments)
    thresholds(rows["tuned"])
    for name, date, got, url in rows["tuned"]:
        if arguments.errors and (not got or got["value"][:10] != date):
            print(name, date, got and (got["value"], got["source"], got["confidence"]), url)


def calibration(rows, arguments):
    print("\n| confidence | half | pages | said | right | 95 % interval |")
    print("| --- | --- | --- | --- | --- | --- |")
    for half in ("all", "held", "tuned"):
        if arguments.half and half != arguments.half:
            continue
        dated = sorted(((got["confidence"], got["value"][:10] == date)
                        for _, date, got, _ in rows[half] if got), reverse=True)
        groups = []
        for value, is_right in dated:
            if not groups or (len(groups[-1]) >= 50 and groups[-1][-1][0] != value):
                groups.append([])
            groups[-1].append((value, is_right))
        if len(groups) > 1 and len(groups[-1]) < 50:
            last = groups.pop()
            groups[-1] += last
        for group in groups:
            total = len(group)
            right = sum(1 for _, is_right in group if is_right)
            said = sum(value for value, _ in group) / total
            low, high = wilson(right, total)
            print(f"| {group[-1][0]:.2f} to {group[0][0]:.2f} | {half} | {total} | "
                  f"{said:.3f} | {right / total:.3f} | {low:.3f} to {high:.3f} |")


def thresholds(rows):
    """Would it pay to give no date below some confidence?  Of the tuned part, which
    threshold is best in nine tenths, and what it does in the tenth; a wrong date
    costs as much as one, two or four right ones bring."""
    dated = [(got["confidence"] if got else 0, bool(got), bool(got) and
              got["value"][:10] == date, name) for name, date, got, _ in rows]

    def gain(some, threshold, cost):
        kept = [row for row in some if row[1] and row[0] >= threshold]
        right = sum(row[2] for row in kept)
        return right - cost * (len(kept) - right), right, len(kept) - right

    print("\n| a wrong date costs | thresholds of ten folds | right | wrong |"
          " right without | wrong without |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for cost in (1, 2, 4):
        chosen, right, wrong = collections.Counter(), 0, 0
        for fold in range(10):
            inside = [int(hashlib.md5(row[3].encode()).hexdigest()[8:], 16) % 10 == fold
                      for row in dated]
            rest = [row for row, is_in in zip(dated, inside) if not is_in]
            best = max([0] + sorted({row[0] for row in rest}),
                       key=lambda threshold: gain(rest, threshold, cost)[0])
            fold_rows = [row for row, is_in in zip(dated, inside) if is_in]
            _, more_right, more_wrong = gain(fold_rows, best, cost)
            chosen[round(best, 3)] += 1
            right, wrong = right + more_right, wrong + more_wrong
        _, all_right, all_wrong = gain(dated, 0, cost)
        told = ", ".join(f"{count} × {value}" for value, count in sorted(chosen.items()))
        print(f"| {cost} | {told} | {right} | {wrong} | {all_right} | {all_wrong} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("what", choices=["bodies", "dates"])
    parser.add_argument("--half", choices=["all", "held", "tuned"])
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.what == "bodies":
        score_bodies(arguments)
    else:
        score_dates(arguments)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Measures how archive-query ranks news: Reuters-21578, by its topics.

Usage: ranking_news.py [--bin DIR] [--shared DIR] [--write FILE]

The words that a topic is called by are the query; the articles that an editor
gave that topic are the relevant ones.  Both ways of asking are measured: every
word (the default) and any.  A second table asks for known articles by four
words of their headlines.  Exits with 77 (skipped) where the collection or the
programs are missing.
"""
import html
import random
import re
import subprocess
import sys
import tempfile

import bench

RANKINGS = ("plain", "title", "feedback")
KNOWN_ARTICLES = 500
# Topic of Reuters -> what people call it.
TOPICS = {
    "acq": "acquisition", "alum": "aluminium", "barley": "barley",
    "bop": "balance of payments", "carcass": "meat", "castor-oil": "castor oil",
    "cocoa": "cocoa", "coconut": "coconut", "coffee": "coffee",
    "copper": "copper", "corn": "corn", "cotton": "cotton",
    "cpi": "consumer prices", "crude": "crude oil", "dlr": "dollar",
    "earn": "earnings", "fuel": "fuel oil", "gas": "gasoline",
    "gnp": "gross national product", "gold": "gold", "grain": "grain",
    "groundnut": "groundnuts", "heat": "heating oil", "hog": "hogs",
    "housing": "housing starts", "income": "personal income",
    "interest": "interest rates", "inventories": "inventories",
    "ipi": "industrial production", "iron-steel": "steel",
    "jobs": "unemployment", "jet": "jet fuel", "lead": "lead metal",
    "lei": "leading indicators", "livestock": "cattle", "lumber": "lumber",
    "meal-feed": "meal", "money-fx": "currency intervention",
    "money-supply": "money supply", "nat-gas": "natural gas",
    "nickel": "nickel", "oat": "oats", "oilseed": "oilseeds",
    "orange": "orange juice", "palm-oil": "palm oil", "pet-chem": "chemicals",
    "platinum": "platinum", "potato": "potatoes", "rapeseed": "rapeseed",
    "reserves": "foreign reserves", "retail": "retail sales", "rice": "rice",
    "rubber": "rubber", "ship": "shipping", "silver": "silver",
    "sorghum": "sorghum", "soybean": "soybeans", "strategic-metal": "metals",
    "sugar": "sugar", "sunseed": "sunflower seed", "tea": "tea", "tin": "tin",
    "trade": "trade deficit", "veg-oil": "vegetable oil", "wheat": "wheat",
    "wool": "wool", "wpi": "producer prices", "yen": "yen", "zinc": "zinc",
}


def read_articles(directory):
    """Topics and headline by the article's number."""
    articles = {}
    for path in sorted(directory.glob("*.sgm")):
        text = path.read_bytes().decode("latin-1")
        for article in re.findall(r"<REUTERS.*?</REUTERS>", text, re.S):
            topics = re.search(r"<TOPICS>(.*?)</TOPICS>", article, re.S)[1]
            title = re.search(r"<TITLE>(.*?)</TITLE>", article, re.S)
            articles[re.search(r'NEWID="(\d+)"', article)[1]] = (
                re.findall(r"<D>(.*?)</D>", topics),
                html.unescape(title[1]) if title else "")
    return articles


def ask(programs, index, queries, options):
    """Numbers of the articles found, best first, by query."""
    asked = subprocess.run(
        [programs / "archive-query", "--db", index, *options, "--query-file",
         "-", "--format=tsv", "--fields=rank,uid", "-n", "1000"],
        input="".join(text + "\n" for text in queries), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if asked.returncode not in (0, 1):
        sys.exit(f"bench/ranking_news.py: archive-query failed: {asked.stderr}")
    found = {}
    for line in asked.stdout.splitlines()[1:]:
        _, query, _, uid = line.split("\t")
        found.setdefault(query, []).append(uid)
    return [found.get(text, []) for text in queries]


def judge(found, relevant):
    """Average precision and precision of the first ten."""
    hits, precisions = 0, 0.0
    for rank, uid in enumerate(found, 1):
        if uid in relevant:
            hits += 1
            precisions += hits / rank
    return (precisions / min(len(relevant), 1000),
            sum(uid in relevant for uid in found[:10]) / 10)


def known_queries(articles):
    """Four words of a headline, in their order, and the article."""
    draw = random.Random(21578)
    known = []
    for uid in draw.sample(sorted(articles), len(articles)):
        words = re.findall(r"[A-Za-z]{3,}", articles[uid][1])
        if len(words) < 5:
            continue
        picked = sorted(draw.sample(range(len(words)), 4))
        known.append((uid, " ".join(words[i].lower() for i in picked)))
        if len(known) == KNOWN_ARTICLES:
            break
    return known


def main():
    options = bench.read_options(__doc__, "data/reuters21578")
    collection = options.shared / "data/reuters21578"
    articles = read_articles(collection)
    relevant = {topic: {uid for uid, (topics, _) in articles.items()
                        if topic in topics} for topic in TOPICS}
    known = known_queries(articles)
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([options.bin / "archive-index", "build", collection,
                        "--quiet", "--db", place + "/index"], check=True)
        rows = []
        for name, asking in (("every word", []), ("any word", ["--any"])):
            for ranking in RANKINGS:
                how = asking + ["--rank", ranking]
                found = ask(options.bin, place + "/index", TOPICS.values(), how)
                scores = [judge(f, r) for f, r in zip(found, relevant.values())]
                ranks = ask(options.bin, place + "/index",
                            [text for _, text in known], how)
                mrr = sum(1 / (f.index(uid) + 1) for f, (uid, _)
                          in zip(ranks, known) if uid in f) / len(known)
                means = [sum(column) / len(scores) for column in zip(*scores)]
                rows.append([f"{name}, {ranking}"]
                            + [f"{value:.4f}" for value in (*means, mrr)])
    bench.show(options, "news", bench.markdown_table(
        ["asked, ranked by", "topics: MAP", "topics: P@10",
         "known article: MRR"], rows))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How well names are found in texts that the tagger was not trained on: a table.

Usage: cross_validate.py ARCHIVE-INDEX DATA_DIRECTORY MODEL [--folds N]

The documents of the training texts (of those that don't tell them apart, stretches of
40 sentences) are dealt out into N parts (5).  For each part a
tagger is trained, by scripts/train_tagger.sh, on the others, and finds
the names of that part.  `held` is the sum over all parts; `seen` is what MODEL, which
was trained on all of them, finds in the same texts: what lies between the two is what a
tagger knows by heart.  Tokens marked "?" in the texts may be anything: what touches one
counts neither for nor against.  Trainings run one after the other.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import score_entities

# The labelled texts that scripts/train_tagger.sh trains on with --held-out.
TEXTS = ("crossner_politics", "gmb3", "gum_free_other", "meantime", "re3d",
         "wnut17_train")
BORDER = "-DOCSTART-\tO"
STRETCH = 40  # sentences, where a text does not say where its documents end
TRAINER = pathlib.Path(__file__).parent.parent / "scripts/train_tagger.sh"


def documents_of(path, least):
    """Lists of lines; a text of fewer than `least` documents is cut into stretches."""
    text = path.read_text(encoding="utf-8")
    documents = [[sentence.strip("\n").split("\n") for sentence in document.split("\n\n")
                  if sentence.strip()]
                 for document in re.split(r"^-DOCSTART-.*\n", text, flags=re.M)]
    documents = [document for document in documents if document]
    if len(documents) < least:
        documents = [document[i:i + STRETCH] for document in documents
                     for i in range(0, len(document), STRETCH)]
    return [[BORDER, ""] + [line for sentence in document for line in [*sentence, ""]]
            for document in documents]


def lines_of(documents):
    return [line for document in documents for line in document]


def write_data(folder, data, texts):
    """DATA as the trainer reads it, with `texts` for its labelled ones."""
    for name in ("words", "gazetteers"):
        (folder / name).symlink_to(data / name)
    (folder / "ner/clean").mkdir(parents=True)
    for name in ("train", "dev"):
        (folder / "ner" / name).symlink_to(data / "ner" / name)
    for name, documents in texts.items():
        (folder / "ner/clean" / f"{name}.conll").write_text(
            "\n".join(lines_of(documents)) + "\n", encoding="utf-8")


def train(data, texts, model):
    with tempfile.TemporaryDirectory() as folder:
        write_data(pathlib.Path(folder), data, texts)
        subprocess.run([TRAINER, "--held-out", model], check=True,
                       env=os.environ | {"ARCHIVE_DATA": folder})


def without_doubt(mentions, doubtful):
    return {m for m in mentions
            if not any((m[0], token) in doubtful for token in range(m[1], m[2]))}


def doubtful_tokens(lines):
    doubtful, sentence, token = set(), 0, 0
    for line in lines:
        text, _, tag = line.partition("\t")
        if not text or text == "-DOCSTART-":
            sentence, token = sentence + 1, 0
            continue
        if tag == "?":
            doubtful.add((sentence, token))
        token += 1
    return doubtful


class Tally:
    """Hits, what was found and what was to be found, by kind."""

    def __init__(self):
        self.of = {kind: [0, 0, 0] for kind in score_entities.KINDS}

    def add(self, lines, tagged):
        doubtful = doubtful_tokens(lines)
        gold, _ = score_entities.mentions_of(lines)
        found, _ = score_entities.mentions_of(tagged)
        gold, found = (without_doubt(m, doubtful) for m in (gold, found))
        for kind, counts in self.of.items():
            for i, mentions in enumerate((gold & found, found, gold)):
                counts[i] += sum(m[3] == kind for m in mentions)

    def f1(self, kinds=score_entities.KINDS):
        hits, found, gold = (sum(self.of[kind][i] for kind in kinds) for i in range(3))
        return 2 * hits / (found + gold) if found + gold else 0

    def names(self):
        return sum(counts[2] for counts in self.of.values())


def measure(program, model, documents, tally):
    if documents:
        lines = lines_of(documents)
        tally.add(lines, score_entities.tagged(program, model, lines))


def held_and_seen(options, texts):
    held = {name: Tally() for name in texts}
    seen = {name: Tally() for name in texts}
    for fold in range(options.folds):
        rest = {name: [d for i, d in enumerate(documents) if i % options.folds != fold]
                for name, documents in texts.items()}
        with tempfile.NamedTemporaryFile(suffix=".model") as model:
            train(options.data, rest, model.name)
            for name, documents in texts.items():
                part = documents[fold::options.folds]
                measure(options.program, model.name, part, held[name])
                measure(options.program, options.model, part, seen[name])
        print(f"part {fold + 1} of {options.folds} done", file=sys.stderr)
    return held, seen


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("data", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("model")
    parser.add_argument("--folds", type=int, default=5)
    return parser.parse_args()


def main():
    options = arguments()
    texts = {name: documents_of(options.data / f"ner/clean/{name}.conll",
                                2 * options.folds)
             for name in TEXTS}
    held, seen = held_and_seen(options, texts)
    print("| texts | documents | names | seen F1 | held F1 | PER | ORG | LOC |")
    print("| --- | ---: | ---: | --- | --- | --- | --- | --- |")
    for name, documents in texts.items():
        figures = [seen[name].f1(), held[name].f1(),
                   *(held[name].f1((kind,)) for kind in score_entities.KINDS)]
        print(f"| {name} | {len(documents)} | {held[name].names()} | " +
              " | ".join(f"{figure:.3f}" for figure in figures) + " |")
    means = [sum(side[name].f1() for name in texts) / len(texts) for side in (seen, held)]
    print(f"| **mean** | | | **{means[0]:.3f}** | **{means[1]:.3f}** | | | |")


if __name__ == "__main__":
    main()

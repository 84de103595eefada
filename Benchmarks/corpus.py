#!/usr/bin/env python3
"""Writes a library of any size for measuring: the same number gives the same bytes.

Usage: Benchmarks/corpus.py NUMBER FOLDER

An exercise has all the front matter and all the sections that one of the library under Content/ has, and a text of about 2.5 KB; a programme
comes with every 20 exercises and a guidance page with every 40. There are no pictures. The text is put together from sentences, so it says
nothing; the warning signs are those of the real library.
"""

import pathlib
import random
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
POSITIONS = {
    "standing": [],
    "sitting-chair": ["chair"],
    "sitting-floor": ["mat"],
    "kneeling": ["mat"],
    "all-fours": ["mat"],
    "lying-back": ["mat"],
    "lying-front": ["mat"],
    "lying-side": ["mat"],
}
ON_THE_FLOOR = {"sitting-floor", "kneeling", "all-fours", "lying-back", "lying-front", "lying-side"}
REGIONS = ["neck", "shoulders", "chest", "upper-back", "mid-back", "lower-back", "abdomen", "hips", "buttocks", "thighs"]
FIRST = ["Slow", "Gentle", "Deep", "Long", "Small", "Wide", "Low", "High", "Crossed", "Open", "Supported", "Rolling"]
SECOND = ["back", "hip", "shoulder", "knee", "trunk", "chest", "spine", "neck", "thigh", "side"]
THIRD = ["stretch", "twist", "bend", "tilt", "lift", "roll", "reach", "hug", "slide", "rotation", "press", "hold"]
FEELS = [
    "A gentle stretch along your back, first as it rounds and then as it sinks.",
    "Across your lower back and down one side.",
    "Steady work around your hips, buttocks and thighs. Nothing should hurt.",
    "A soft pull at the front of your chest and shoulders.",
]
REASONS = [
    "you have hurt your back recently",
    "you cannot move your back fully without sharp pain",
    "resting on your hands and knees hurts",
    "you have lasting back pain that pain medicine does not settle",
    "lifting your arms above your head hurts",
    "you feel dizzy when you change your position quickly",
    "your doctor has told you to rest after an operation",
]
NOTES = [
    "Places the hands level with the shoulders and the knees level with the hips.",
    "Gives no number of repetitions and no number of sessions a day.",
    "Moves little by little. Says nothing about the head, or about where to put the hands.",
    "Presents it for the lower back and the hips.",
    "Tucks the head between the arms on the way up, and lifts it as the belly sinks.",
    "Asks you to breathe out as you go further.",
    "Names one more form for people who know the exercise well. We do not teach it.",
    "Gives no warning, unlike the other sources.",
]
SENTENCES = [
    "Move slowly and gently, and only as far as is comfortable.",
    "Keep your weight on both feet, and let your shoulders sink away from your ears.",
    "Your hips and your feet stay where they are, and only the upper part of your body turns.",
    "The floor or the chair carries your weight.",
    "Think of growing longer from your tailbone to the top of your head.",
    "Let your arms hang loose, with your hands resting on your thighs.",
    "Some people feel more on one side than on the other, and both are fine.",
    "A small movement is enough on the first days.",
    "If you cannot reach as far as you would like, stop earlier and stay there.",
    "Your knees point the same way as your toes.",
    "Keep the back of your neck long and look straight ahead of you.",
    "Wear clothes in which you can move, and take off your shoes.",
]
STEPS = [
    "Put both hands on your thighs and sit or lie tall, with your shoulders low.",
    "Draw your stomach in a little and keep it there while you move.",
    "Move slowly toward the end of your range, until you feel a mild pull.",
    "Let your head follow the movement of your spine, without force.",
    "Bring one knee up toward your chest and hold it with both hands.",
    "Press the small of your back gently into what is behind it.",
    "Turn from the waist, and let your chest and your eyes come along last.",
    "Reach forward with both hands, as if to touch the wall in front of you.",
]
CARE = [
    "Change from one shape to the other slowly. Never jerk.",
    "Stop at the straight line. Do not push further than that.",
    "Leave your head level if you do not want to look up. Not every source lifts the head.",
    "Keep your weight on your shoulders, not on your neck.",
    "If you have arthritis or another back condition, talk to your doctor before you start.",
    "Come back slowly before you get too tired.",
]
HOLDS = [
    ("10 s", "10 seconds"),
    ("about 30 s", "about 30 seconds"),
    ("10–20 s", "10 to 20 seconds"),
    ("a few seconds", "a few seconds"),
    ("up to 10 s", "up to 10 seconds"),
]
REPETITIONS = [("3", "3"), ("2–3", "2 to 3"), ("at least 3", "at least 3"), ("5", "5"), ("8–10", "8 to 10")]
SIDES = ["none", "none", "both", "alternate"]


def name(number):
    """The title of an exercise: three words, and a number where they have been used before."""
    rest, third = divmod(number, len(THIRD))
    rest, second = divmod(rest, len(SECOND))
    again, first = divmod(rest, len(FIRST))
    words = f"{FIRST[first]} {SECOND[second]} {THIRD[third]}"
    return words if again == 0 else f"{words} {again + 1}"


def slug(title):
    return title.lower().replace(" ", "-")


def is_explained(number):
    """One page in 50 explains a technique that nobody should do alone."""
    return number % 50 == 49


class Corpus:
    def __init__(self, exercises):
        self.exercises = exercises
        self.sources = [f"article-{number}" for number in range(1, max(5, exercises // 50) + 1)]
        self.programmes = [f"set-{number}" for number in range(1, max(1, exercises // 20) + 1)]
        self.guidance = [f"good-to-know-{number}" for number in range(1, max(1, exercises // 40) + 1)]

    def near(self, number, distance):
        """An exercise that can be done, near another: links in a library stay in the neighbourhood."""
        other = (number + distance) % self.exercises
        return (other + 1) % self.exercises if is_explained(other) else other

    def link(self, number, distance):
        title = name(self.near(number, distance))
        return f"[{title.lower()}](exercise:{slug(title)})"

    def source_link(self, source):
        return f"[{source.replace('-', ' ')}](source:{source})"

    def exercise(self, number):
        """The text of an exercise's file."""
        choice = random.Random(number)
        title = name(number)
        sources = choice.sample(self.sources, 2)
        position = choice.choice(list(POSITIONS))
        explained = is_explained(number)
        lines = [
            "---",
            f"title: {title}",
            f"aliases: [{title} exercise, {choice.choice(FIRST)} {title.split()[1]} move {number + 1}]",
            f"summary: {choice.choice(SENTENCES)}",
            f"kind: {'knowledge' if explained else choice.choice(['stretch', 'mobility', 'strength', 'release'])}",
            f"position: {position}",
            f"regions: [{', '.join(choice.sample(REGIONS, choice.randint(1, 3)))}]",
        ]
        if POSITIONS[position]:
            lines.append(f"equipment: [{', '.join(POSITIONS[position])}]")
        lines.append(f"level: {choice.choice(['beginner', 'beginner', 'intermediate', 'advanced'])}")
        lines.append(f"performedBy: {'professional' if explained else 'self'}")
        lines.append(f"advice: {'with-care' if explained else choice.choice(['suitable', 'suitable', 'suitable', 'with-care'])}")
        hold, other = choice.sample(HOLDS, 2)
        repetitions = choice.choice(REPETITIONS)
        sides = choice.choice(SIDES)
        dose = f"repetitions: {repetitions[0]}, sessionsPerDay: {choice.randint(1, 3)}" + (f", sides: {sides}" if sides != "none" else "")
        if not explained:
            lines += ["dose:", f"  hold: {hold[0]}", *[f"  {part}" for part in dose.split(", ")], f"  from: {sources[0]}"]
            lines.append(f"feel: {choice.choice(FEELS)}")
        lines += ["avoidIf:", *[f"  - {reason}" for reason in choice.sample(REASONS, 4)]]
        if not explained:
            lines += [f"easier: [{slug(name(self.near(number, 3)))}]", f"harder: [{slug(name(self.near(number, 5)))}]"]
        lines.append(f"related: [{slug(name(self.near(number, 7)))}, {slug(name(self.near(number, 11)))}]")
        lines.append("sources:")
        for index, source in enumerate(sources):
            lines.append(f"  - id: {source}")
            if not explained:
                lines.append(f"    dose: {{hold: {hold[0]}, {dose}}}" if index == 0 else f"    dose: {{hold: {other[0]}}}")
            lines += ["    notes:", *[f"      - {note}" for note in choice.sample(NOTES, 3)]]
        lines += ["review: {author: Limber contributors, changed: 2026-11-21}", "---"]
        body = self.explanation if explained else self.lesson
        return "\n".join(lines) + "\n" + body(number, choice, sources, hold[1], repetitions[1], position in ON_THE_FLOOR)

    def lesson(self, number, choice, sources, hold, repetitions, is_on_the_floor):
        def some(count):
            return " ".join(choice.sample(SENTENCES, count))

        floor = (
            "Not sure how to get there? Read about [getting down to the floor and up again](guidance:getting-up-from-the-floor).\n\n"
            if is_on_the_floor
            else ""
        )
        steps = choice.sample(STEPS, 5)
        steps.insert(3, f"Hold for [{hold}](dose:hold), and keep **breathing**.")
        steps.append(f"Do the whole movement [{repetitions}](dose:repetitions) times.")
        numbered = "\n".join(f"{index}. {step}" for index, step in enumerate(steps, 1))
        care = "\n".join(f"- {sentence}" for sentence in choice.sample(CARE, 3))
        return (
            f"{some(3)} The {self.source_link(sources[0])} says that this is for *every day*.\n\n{some(4)}\n\n"
            f"## Get ready\n\n{some(4)}\n\n{floor}"
            f"## Steps\n\n{numbered}\n\n"
            f"## Breathing\n\nBreathe normally all the time. Do not hold your breath. {some(2)}\n\n"
            f"## Variations\n\n- **Easier:** Do the {self.link(number, 3)}. {some(2)}\n"
            f"- **Harder:** Do the {self.link(number, 5)}, as the {self.source_link(sources[1])} does. {some(2)}\n\n"
            f"## Take care\n\n- Stop at once if you feel any pain. Read [when to stop](guidance:when-to-stop).\n{care}\n"
        )

    def explanation(self, number, choice, sources, *_):
        def some(count):
            return " ".join(choice.sample(SENTENCES, count))

        care = "\n".join(f"- {sentence}" for sentence in choice.sample(CARE, 4))
        return (
            f"{some(3)} The {self.source_link(sources[0])} leaves it to professionals.\n\n## What it is\n\n{some(5)}\n\n{some(4)}\n\n"
            f"## What the sources say\n\n{some(4)} The {self.source_link(sources[1])} agrees.\n\n{care}\n\n"
            f"## What to do instead\n\nDo the {self.link(number, 3)} or the {self.link(number, 5)}. {some(3)}\n"
        )

    def programme(self, number):
        choice = random.Random(-1 - number)
        exercises = [slug(name(self.near(number * 20, distance))) for distance in (0, 4, 8)]
        entries = "\n".join(f"  - exercise: {exercise}\n    note: {choice.choice(SENTENCES)}" for exercise in exercises)
        return (
            f"---\ntitle: Set {number + 1}\nsummary: {choice.choice(SENTENCES)}\naudience: People who sit for long hours.\n"
            f"readySeconds: 10\ntransitionSeconds: 15\nexercises:\n{entries}\nreview: {{author: Limber contributors, changed: 2026-11-21}}\n---\n"
            f"{' '.join(choice.sample(SENTENCES, 4))}\n\nStop at once if you feel any pain. Read [when to stop](guidance:when-to-stop).\n"
        )

    def page(self, title, order, parts):
        """A guidance page of some parts, each with two paragraphs and a list."""
        choice = random.Random(title)
        text = ""
        for part in range(1, parts + 1):
            listed = "\n".join(f"- {sentence}" for sentence in choice.sample(CARE, 3))
            text += f"\n## Part {part}\n\n{' '.join(choice.sample(SENTENCES, 5))}\n\n"
            text += f"The {self.source_link(choice.choice(self.sources))} says so. {' '.join(choice.sample(SENTENCES, 3))}\n\n{listed}\n"
        sources = ", ".join(self.sources[:3])
        return (
            f"---\ntitle: {title}\nsummary: {choice.choice(SENTENCES)}\norder: {order}\nsources: [{sources}]\n"
            f"review: {{author: Limber contributors, changed: 2026-11-21}}\n---\nDo the {self.link(order * 40, 3)}.\n{text}"
        )

    def write(self, folder):
        content = folder / "Content"
        for part in ("Exercises", "Programmes", "Guidance"):
            (content / part).mkdir(parents=True)
        for number in range(self.exercises):
            (content / f"Exercises/{slug(name(number))}.md").write_text(self.exercise(number))
        for number, programme in enumerate(self.programmes):
            (content / f"Programmes/{programme}.md").write_text(self.programme(number))
        (content / "Guidance/when-to-stop.md").write_text(self.page("When to stop", 1, 5))
        (content / "Guidance/getting-up-from-the-floor.md").write_text(self.page("Getting down to the floor and up again", 2, 8))
        for number, page in enumerate(self.guidance):
            (content / f"Guidance/{page}.md").write_text(self.page(f"Good to know {number + 1}", number + 3, 3))
        (content / "sources.yaml").write_text(
            "".join(
                f"{source}:\n  label: {source.replace('-', ' ').capitalize()}\n"
                "  description: An article about stretching. It teaches exercises and says who should not do them.\n"
                for source in self.sources
            )
        )
        shutil.copy(ROOT / "Content/site.yaml", content)
        shutil.copy(ROOT / "Content/safety.yaml", content)
        shutil.copytree(ROOT / "Templates", folder / "Templates")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__.split("\n\n")[1])
    Corpus(int(sys.argv[1])).write(pathlib.Path(sys.argv[2]))

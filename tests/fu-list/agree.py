#!/usr/bin/python3
"""Random notes and selections, and whether the filters agree about them.

    agree.py --seed S --count N --selections M --today DATE DIR

writes N notes under DIR and draws M selections.  For each of them
  1. fu-list -w prints the notes that the facts say meet it;
  2. fu-due -w prints those rows of fu-due that are about these notes;
  3. fu-list -w | fu-due - prints the same, unless a referral leads from a selected note to one that is not, or back.
No command may say anything on standard error.  What differs is printed; then how many selections there were.

The notes are those of fu-due's oracle.py: facts are drawn first and nothing is read back.  The referrals of a note
stay within its team, of which it has a tag.
"""
import argparse
import os
import random
import subprocess
import sys
from datetime import date, timedelta

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fu-due"))
import oracle

OPS = {"=": lambda a, b: a == b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b,
       ">=": lambda a, b: a >= b}


# --- Selections: each is its text, how tightly it binds, and a function of what is known of a note ------------------

class Known:
    """A note, and what has happened."""

    def __init__(self, note, path, today):
        self.note, self.path = note, path
        self.touches = oracle.happened(note, today)
        self.directed = [t for t in self.touches if oracle.direction(t)]


class Selections(oracle.Dice):
    def __init__(self, seed, today, notes):
        super().__init__(f"{seed} selections")
        self.today, self.notes = today, notes

    def draw(self):
        text, _, meets = self.tree(self.choice([0, 1, 1, 2, 2, 3]))
        return text, meets

    def tree(self, depth):
        kind = self.choice(["test", "not", "and", "and", "or", "or"]) if depth else "test"
        if kind == "test":
            text, meets = self.test()
            return self.wrapped(text, 3, meets)
        if kind == "not":
            text, meets = self.operand(depth, 2)
            gap = self.pick(.7, [" "]) if text.startswith("(") else " "
            return self.wrapped(self.word("not") + gap + text, 2, lambda k: not meets(k))
        (left, a), (right, b) = (self.operand(depth, 1 if kind == "and" else 0) for _ in "ab")
        gap = self.pick(.5, [""], " ") if left.endswith(")") else " "
        text = left + gap + self.word(kind) + (self.pick(.5, [""], " ") if right.startswith("(") else " ") + right
        if kind == "and":
            return self.wrapped(text, 1, lambda k: a(k) and b(k))
        return self.wrapped(text, 0, lambda k: a(k) or b(k))

    def operand(self, depth, least):
        text, binding, meets = self.tree(depth - 1)
        return (text if binding >= least else f"({text})"), meets

    def wrapped(self, text, binding, meets):
        if self.chance(.1):
            return self.choice(["({})", "( {} )"]).format(text), 3, meets
        return text, binding, meets

    def word(self, word):
        return self.pick(.2, [word.upper(), word.title()], word)

    # Tests

    def test(self):
        make = self.choice([self.of_tag, self.of_text, self.of_text, self.of_date, self.of_date, self.of_count,
                            self.of_kind, self.of_touch, self.of_promise, self.of_span, self.there])
        return make()

    def spelled(self, field):
        """A field in one of its spellings."""
        key = self.choice(oracle.SPELLINGS.get(field, [field]))
        if "." in key:
            return self.pick(.2, [key.upper()], key)
        return self.choice([key, key, key.upper(), key.replace("_", "-"), f"'{key.replace('_', ' ').title()}'",
                            f'"{key}"'])

    def op(self, op):
        return self.pick(.2, [f" {op} ", f" {op}", f"{op} "], op)

    def quoted(self, text):
        quote = self.choice("'\"")
        return quote + text.replace(quote, 2 * quote) + quote

    def any_case(self, text):
        return self.choice([text, text, text.lower(), text.upper()]) if text.isascii() else text

    def equal(self, field, text, values):
        """field=text or field!=text; the texts of a note."""
        op = self.pick(.25, ["!="], "=")
        test = self.spelled(field) + self.op(op) + self.quoted(self.any_case(text))
        return test, lambda k: (text.lower() in [v.lower() for v in values(k)]) == (op == "=")

    def of_tag(self):
        return self.equal("tags", self.choice(oracle.TAGS), lambda k: k.note.tags)

    def of_text(self):
        field = self.choice(["name", "id", "org", "stage", "result", "avoid", "path"])
        if field == "avoid":
            return self.equal(field, self.choice(["call", "email", "visit"]), lambda k: k.note.avoid)
        if field == "path":
            part = self.choice(["/people/", "/work/", "^[^/]*/[^/]*$", "[.]md$", "-", "[.]markdown$"])
            return self.matching(field, part, lambda k: [k.path])
        values = lambda k: [v for v in [getattr(k.note, field)] if v]
        if self.chance(.3):
            return self.matching(field, self.choice(["a", "^l", "r$", "closed", "st[.]", "^.{5}$", " "]), values)
        text = self.choice([v for note in self.notes for v in values(note)] or ["x"])
        return self.equal(field, text, values)

    def matching(self, field, pattern, values):
        op = self.pick(.25, ["!~"], "~")
        regex = oracle.re.compile(pattern, oracle.re.IGNORECASE)
        return (self.spelled(field) + self.op(op) + self.quoted(pattern),
                lambda k: any(map(regex.search, values(k))) == (op == "~"))

    def day(self):
        """A date as it is written, and what it is."""
        days = self.choice([0, 1, 7, 30, 90])
        text, day = self.choice([
            ("today", self.today), (f"today-{days or 2}d", self.today - timedelta(days or 2)),
            (f"today+{days or 3}d", self.today + timedelta(days or 3)), ("today-4w", self.today - timedelta(28)),
            ("today+1mo", oracle.add_months(self.today, 1)), ("today-1q", oracle.add_months(self.today, -3)),
            ("today-1y", oracle.add_months(self.today, -12))])
        if self.chance(.4):
            text = str(day)
        return text, day

    def ordered(self, name, literal, value, values):
        op = self.choice(list(OPS))
        return name + self.op(op) + literal, lambda k: any(OPS[op](v, value) for v in values(k))

    def of_date(self):
        field = self.choice(["last", "last", "added", "next", "snooze", "applied", "met"])
        if field == "last":
            values = lambda k: [t.date for t in k.directed[-1:]]
        elif field == "next":
            values = lambda k: [k.note.next.on] if k.note.next else []
        else:
            values = lambda k: [v for v in [getattr(k.note, field)] if v]
        return self.ordered(self.spelled(field), *self.day(), values)

    def of_count(self):
        field, count = self.choice(["touches", "unanswered", "promises"]), self.randint(0, 4)
        values = {"touches": lambda k: [len(k.touches)], "unanswered": lambda k: [oracle.unanswered(k.touches)],
                  "promises": lambda k: [len(k.note.promises)]}[field]
        return self.ordered(field, self.pick(.1, [f"{count}.0"], str(count)), count, values)

    def of_kind(self):
        return self.equal("kind", self.choice(oracle.KINDS), lambda k: [t.kind for t in k.directed[-1:]])

    def of_touch(self):
        part = self.choice(["date", "kind", "dir"])
        if part == "date":
            return self.ordered("touches.date", *self.day(), lambda k: [t.date for t in k.touches])
        if part == "kind":
            return self.equal("touches.kind", self.choice(oracle.KINDS), lambda k: [t.kind for t in k.touches])
        return self.equal("touches.dir", self.choice(["in", "out", "both", "none"]),
                          lambda k: [oracle.direction(t) or "none" for t in k.touches])

    def of_promise(self):
        part = self.choice(["by", "from", "done", "what"])
        if part == "by":
            return self.ordered("promises.by", *self.day(), lambda k: [p.by for p in k.note.promises])
        if part == "from":
            return self.equal("promises.from", self.choice(["me", "them"]),
                              lambda k: ["me" if p.mine else "them" for p in k.note.promises])
        if part == "done":
            return self.equal("promises.done", self.choice(["true", "false"]),
                              lambda k: ["true" if p.done else "false" for p in k.note.promises])
        return self.matching("promises.what", self.choice(["deck", "^find", "z", "plan$"]),
                             lambda k: [p.what for p in k.note.promises if p.what])

    def of_span(self):
        if self.chance(.3):
            return self.equal("every", "never", lambda k: [k.note.every] if k.note.every == "never" else [])
        months = self.choice([4, 12])
        literal = self.choice({4: ["4mo"], 12: ["1y", "12mo", "4q"]}[months])
        return self.ordered(self.spelled("every"), literal, months, lambda k: in_months(k.note.every))

    def there(self):
        field = self.choice(["org", "stage", "result", "via", "birthday", "dates", "next", "every", "aliases", "tags",
                             "last", "touches", "unanswered", "promises", "avoid", "snooze", "added"])
        if field in ("touches", "unanswered"):
            count = {"touches": lambda k: len(k.touches), "unanswered": lambda k: oracle.unanswered(k.touches)}[field]
            return field, lambda k: count(k) > 0
        if field == "last":
            return self.spelled(field), lambda k: bool(k.directed)
        return (field if field == "promises" else self.spelled(field)), lambda k: bool(getattr(k.note, field))


def in_months(every):
    """The length of a span in months, near enough for those of 4 and 12."""
    if not every or every == "never":
        return []
    return [every.count * {"d": 1 / 31, "bd": 1 / 20, "w": 1 / 4.5, "mo": 1, "q": 3, "y": 12}[every.unit]]


# --- Notes ------------------------------------------------------------------------------------

def teams(notes, rng):
    """Each note with a tag of its team; nobody of one team was referred by another."""
    team = {note.id: rng.randint(1, 6) for note in notes}
    parent = {note.id: note.id for note in notes}

    def root(name):
        while parent[name] != name:
            name = parent[name]
        return name

    for note in notes:
        for referrer in note.via:
            parent[root(note.id)] = root(referrer.id)
    return [note._replace(tags=note.tags + [f"team-{team[root(note.id)]}"]) for note in notes]


def crosses(notes, selected):
    return any((note.id in selected) != (referrer.id in selected) for note in notes for referrer in note.via)


# --- The commands -----------------------------------------------------------------------------

class Runs:
    def __init__(self, args, root):
        self.common = ["--rules", "none", "--today", str(args.today)]
        self.root = root

    def run(self, tool, *args, given=None):
        done = subprocess.run([tool, *self.common, *args], input=given, capture_output=True, check=False)
        lines = done.stdout.decode().splitlines()
        return lines + [f"{tool}: {line}" for line in done.stderr.decode().splitlines()] + (
            [f"{tool}: status {done.returncode}"] if done.returncode else [])


def differ(name, text, wanted, found):
    if wanted == found:
        return 0
    print(f"{name}: {text}")
    for line in [line for line in wanted if line not in found][:5]:
        print(f"  -{line}")
    for line in [line for line in found if line not in wanted][:5]:
        print(f"  +{line}")
    return 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--selections", type=int, required=True)
    parser.add_argument("-t", "--today", type=date.fromisoformat, required=True)
    parser.add_argument("dir")
    args = parser.parse_args()
    rng = random.Random(f"{args.seed} teams")
    notes = teams(oracle.Facts(args.seed, args.today).notes(args.count), rng)
    oracle.Writer(args.seed, args.today, args.dir).write(notes)

    known = [Known(note, os.path.join(args.dir, note.path), args.today) for note in notes]
    known.sort(key=lambda k: k.path.encode())
    selections, runs = Selections(args.seed, args.today, known), Runs(args, args.dir)
    options = rng.choice([[], ["-a"], ["--every-reason"], ["-a", "--every-reason"], ["--within", "3w"]])
    rows = runs.run("fu-due", *options, args.dir)
    wrong = piped = 0
    for _ in range(args.selections):
        text, meets = selections.draw()
        if rng.random() < .4:
            members = rng.sample(range(1, 7), rng.randint(1, 3))
            text = " or ".join(f"tag=team-{n}" for n in members)
            meets = lambda k, tags={f"team-{n}" for n in members}: bool(tags & set(k.note.tags))
        paths = [k.path for k in known if meets(k)]
        listed = runs.run("fu-list", "-w", text, args.dir)
        wrong += differ("fu-list", text, paths, listed)
        about = [row for row in rows if row.split("\t")[3] in set(listed)]
        printed = runs.run("fu-due", *options, "-w", text, args.dir)
        wrong += differ("fu-due -w", text, about, printed)
        if not crosses(notes, {k.note.id for k in known if meets(k)}):
            given = "".join(f"{path}\n" for path in listed).encode()
            wrong += differ("fu-list -w | fu-due -", text, printed, runs.run("fu-due", *options, "-", given=given))
            piped += bool(printed)
    if piped < args.selections / 10:
        print(f"only {piped} that no referral crosses")
        wrong += 1
    print(f"{args.selections} selections")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())

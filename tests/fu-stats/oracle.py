#!/usr/bin/python3
"""Random notes, and what fu-stats must print for them.

    oracle.py --seed S --count N --today DATE [--since DATE] [--until DATE] DIR

writes N notes under DIR and prints the output of

    fu-stats --rules none --json --today DATE [the same options] DIR

The way is that of tests/fu-due/oracle.py, which this file builds upon: the facts are drawn first,
the answer is worked out from them alone, the notes are written from them, and nothing is ever read
back.  From there come who a contact is, the order of touches, the reading of the rules and the
spelling of a note.  Here are the longer stories that numbers need, the tables, and more spellings.
DIR should be new.
"""
import argparse
import importlib.util
import json
import os
import sys
from collections import Counter, namedtuple
from datetime import date, timedelta
from fractions import Fraction

def load(path):
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("due", os.path.join(os.path.dirname(__file__), path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

due = load("../fu-due/oracle.py")

class Period(namedtuple("Period", "since until today")):
    def __contains__(self, day):
        return self.since <= day <= self.until

# --- Facts ------------------------------------------------------------------------------------
# Those of fu-due.  A box with a dash says no more than one with an x: a promise is done.

ATTEMPTS = ["email", "message", "letter", "voicemail", "application", "resume", "nudge"]
QUIET = ["thanks", "card", "update"]
STAGES = [["closed", "lost", "won", "won", "paused", "do-not-contact", "do not contact", "do_not_contact"],
          ["target", "lead"],
          ["active", "warm", "client", "übergabe", "σοφός", "second round", "won over", "zürich", "2nd"]]
LATE = [0, 0, 0, 0, 1, 1, 2, 3, 4, 6, 9, 15, 40, -1, -1, -2, -5, -30]
EARLY = [0, -1, -1, -2, -3, -5, -8, -8, -14, 1, 6]
SPANS = [due.Span(*span) for span in [
    (5, "bd"), (7, "d"), (1, "w"), (12, "mo"), (1, "y"), (4, "q"), (1, "q"), (3, "mo"), (30, "d"), (31, "d"), (1, "mo"),
    (10, "bd"), (2, "w"), (14, "d"), (365, "d"), (366, "d"), (52, "w"), (100, "y")]]

class Facts(due.Facts):
    """Notes with more in them: approaches of several attempts and their answers, promises of every outcome."""

    TOUCHES = [0, 1, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22]

    def __init__(self, seed, period):
        super().__init__(seed, period.today)
        self.period = period
        bounds = [day + timedelta(i) for day in period for i in (-1, 0, 0, 1)]
        self.edges = bounds * 3 + self.edges
        self.delays = self.choice([LATE, EARLY])

    def note(self, referrers):
        note = super().note(referrers)
        if self.chance(.05):
            note = note._replace(applied=note.applied or self.past())
            note = note._replace(met=note.applied)
        days = [t.date for t in note.touches] or [self.today]
        return note._replace(
            stage=self.maybe(.5, self.stage, ""), promises=self.maybe(.6, self.promises, []),
            snooze=self.maybe(.1, lambda: self.today + timedelta(self.randint(-1, 1)), note.snooze),
            last=self.maybe(.2, lambda: max(days) + timedelta(self.randint(-1, 9)), note.last),
            every=self.maybe(.3, lambda: self.choice(SPANS + [self.span_since(max(days))] * 9), note.every),
            applied=note.applied or self.maybe(.1, self.past), met=note.met or self.maybe(.1, self.past),
            added=self.maybe(.4, lambda: min(days) - timedelta(self.randint(-3, 5)), note.added))

    def span_since(self, day):
        """About from that day to today."""
        return due.Span(max(1, (self.today - day).days + self.randint(-1, 1)), "d")

    def stage(self):
        stage = self.choice(self.choice(STAGES))
        return self.choice([stage, stage, stage.capitalize(), stage.upper(), stage.title()])

    def past(self):
        draw = self.rng.random()
        if draw < .12:
            return self.choice(self.edges)
        if draw < .4:
            return super().past()
        return self.today - timedelta(self.randint(0, (self.today - self.period.since).days + 45))

    def days(self, count):
        """A walk through time, with a new start now and then."""
        days, day = [], self.past()
        for _ in range(count):
            days.append(day)
            day += timedelta(self.choice([0, 0, 1, 1, 2, 3, 5, 6, 7, 7, 8, 9, 14, 30, 75]))
            if self.chance(.8 if day > self.today else .04):
                day = self.past()
        return days

    def kinds(self, count):
        kinds = []
        while len(kinds) < count:
            kinds += self.maybe(.2, lambda: [self.choice(due.KINDS)]) or self.approach()
        return self.maybe(.1, lambda: kinds[:count - 1] + ["note"]) or kinds[:count]

    def approach(self):
        """Attempts of one kind or several, with what is none between them, and an answer or none."""
        kind, kinds = self.choice(ATTEMPTS), []
        for _ in range(self.choice([1, 1, 1, 1, 2, 2, 3, 4, 5, 6])):
            kinds += self.maybe(.12, lambda: [self.choice(QUIET + ["note"])], [])
            kinds.append(self.pick(.2, ATTEMPTS, kind))
        return kinds + self.maybe(.6, lambda: [self.choice(["reply"] * 6 + due.IN + due.BOTH)], [])

    def touch(self, day, kind):
        touch = super().touch(day, kind)
        return touch._replace(mark=self.pick(.12, "<>") if kind == "note" else self.pick(.5, touch.mark or [""]))

    def promise(self):
        by = self.choice([self.near, self.past, self.past, self.past, lambda: self.choice(self.edges)])()
        done = self.choice([None] * 3 + [True] + [by + timedelta(self.choice(self.delays))] * 5)
        return super().promise()._replace(by=by, mine=self.chance(.8), done=done)

# --- Expectation ------------------------------------------------------------------------------

class Json(str):
    """JSON as it stands: a number with just the digits that are wanted."""

FEW = 5

def rate(count, of):
    """In hundredths, rounded half up."""
    if of < FEW:
        return {"n": count, "of": of, "rate": None}
    hundredths = (200 * count + of) // (2 * of)
    return {"n": count, "of": of, "rate": Json(f"{hundredths // 100}.{hundredths % 100:02}")}

def median_of(days):
    days, half = sorted(days), len(days) // 2
    if len(days) < FEW:
        return None
    if len(days) % 2:
        return days[half]
    double = days[half - 1] + days[half]
    return Json(f"{double // 2}.5") if double % 2 else double // 2

def median(days):
    return {"median": median_of(days), "of": len(days)}

def by_size(groups, size=len):
    """Names and groups, the largest first, then by name."""
    return sorted(groups.items(), key=lambda item: (-size(item[1]), item[0].encode()))

def grouped(items, name):
    groups = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return groups

# Touches

def touches_table(touches):
    rows = by_size(grouped(touches, lambda t: t.kind))
    for kind, touches in rows:
        count = Counter(due.direction(t) for t in touches)
        yield {"kind": kind, "touches": len(touches), "out": count["out"], "in": count["in"], "both": count["both"]}

# Answers

class Approach:
    def __init__(self):
        self.attempts, self.answer = [], None

    def days_since(self, attempt):
        return (self.answer.date - self.attempts[attempt].date).days

def approaches_of(touches):
    """Those of one note."""
    approaches, current = [], None
    for touch in touches:
        if due.theirs(touch):
            if current:
                current.answer = touch
            current = None
        elif due.direction(touch) == "out" and touch.kind not in QUIET:
            if not current:
                current = Approach()
                approaches.append(current)
            current.attempts.append(touch)
    return approaches

def answers_table(approaches):
    for kind, group in by_size(grouped(approaches, lambda a: a.attempts[0].kind)):
        answered = [a for a in group if a.answer]
        yield {"kind": kind, "approaches": len(group), "answered": rate(len(answered), len(group)),
               "days": median([a.days_since(0) for a in answered])}

def attempts_table(approaches):
    for number, name in enumerate(["first", "second", "third", "later"], 1):
        group = [a for a in approaches if len(a.attempts) >= number]
        answered = [a for a in group if a.answer and (len(a.attempts) == number or number == 4)]
        if group:
            yield {"attempt": name, "approaches": len(group), "answered": rate(len(answered), len(group)),
                   "days": median([a.days_since(-1) for a in answered])}

def worth_table(approaches):
    answered = [a for a in approaches if a.answer]
    first = sum(len(a.attempts) == 1 for a in answered)
    if answered:
        for name, count in ("after the first touch", first), ("after a later one", len(answered) - first):
            yield {"answer": name, "answers": count, "share": rate(count, len(answered))}

# Promises

OUTCOMES = ["on time", "late", "kept, day unknown", "open", "to come"]
SHARED = ["on time", "late", "open"]

def outcome(promise, period):
    """One of OUTCOMES, or None where the promise is not of the period."""
    if not promise.done and promise.by >= period.today:
        return "to come"
    if promise.by not in period:
        return None
    if not promise.done:
        return "open"
    if promise.done is True:
        return "kept, day unknown"
    return "on time" if promise.done <= promise.by else "late"

def days_late(promise, today):
    return max(0, ((promise.done or today) - promise.by).days)

def promises_tables(notes, period):
    mine = [p for note in notes for p in note.promises if p.mine]
    groups = {**{name: [] for name in OUTCOMES}, **grouped(mine, lambda p: outcome(p, period))}
    late = sorted(days_late(p, period.today) for name in SHARED for p in groups[name])
    p80 = late[-(-4 * len(late) // 5) - 1] if len(late) >= FEW else None
    rows = [{"promise": name, "promises": len(groups[name]),
             "share": rate(len(groups[name]), len(late)) if name in SHARED else None} for name in OUTCOMES]
    return (rows if any(groups[name] for name in OUTCOMES) else [],
            {"median": median_of(late), "p80": p80, "of": len(late), "margin": p80})

# Follow-ups

FollowUp = namedtuple("FollowUp", "due action end")  # end: on time, late, open

def lead(note, touches, today):
    """What is asked for after these touches, if anything."""
    note = note._replace(avoid=[])
    contact = due.first_contact_lines(note, touches, today) if note.added else []
    return (due.earliest(due.rule_lines(note, touches) + contact) or [None])[0]

def follow_ups_of(note, touches, today):
    for i, touch in enumerate(touches):
        line = lead(note, touches[:i], today) if due.yours(touch) else None
        if line:
            yield FollowUp(line.due, line.action, "on time" if touch.date <= line.due else "late")
    line = lead(note, touches, today)
    rests = due.closed(note) or due.next_lines(note, touches) or note.snooze and note.snooze > today
    if line and line.due < today and not rests:
        yield FollowUp(line.due, line.action, "open")

def followups_table(follow_ups):
    for action, group in by_size(grouped(follow_ups, lambda f: f.action)):
        count = Counter(f.end for f in group)
        yield {"action": action, "followups": len(group), "on_time": rate(count["on time"], len(group)),
               "late": count["late"], "open": count["open"]}

# Pipeline

def furthest(note, touches):
    if note.stage.lower() == "won" or any(t.kind == "offer" for t in touches):
        return "offer"
    if any(due.direction(t) == "both" and t.kind not in ("contact", "call", "chat") for t in touches):
        return "met"
    if any(due.theirs(t) for t in touches):
        return "answered"
    return "reached" if any(due.yours(t) for t in touches) else "contacts"

def pipeline_table(notes, touches, period):
    steps = ["contacts", "reached", "answered", "met", "offer"]
    active = [n for n in notes if any(due.direction(t) and t.date in period for t in touches[n.id])]
    got = [steps.index(furthest(n, touches[n.id])) for n in active]
    counts = [sum(g >= i for g in got) for i in range(len(steps))]
    for i, step in enumerate(steps if active else []):
        yield {"step": step, "contacts": counts[i], "conversion": rate(counts[i], counts[i - 1]) if i else None}

# Stages

def folded(text):
    """Simple case folding: one character for one."""
    return "".join(next((f for f in (c.casefold(), c.lower()) if len(f) == 1), c) for c in text)

def stages_table(notes):
    staged = [n for n in notes if n.stage]
    for _, group in by_size(grouped(staged, lambda n: folded(n.stage))):
        yield {"stage": group[0].stage, "contacts": len(group), "share": rate(len(group), len(staged))}

# Cadence

DAYS = {"d": Fraction(1), "bd": Fraction(7, 5), "w": Fraction(7), "mo": Fraction(146097, 4800),
        "q": Fraction(146097, 1600), "y": Fraction(146097, 400)}

def cadence_table(notes, touches, today):
    spans = grouped([n for n in notes if not due.closed(n)], lambda n: due.cadence(n, touches[n.id]))
    spans.pop(None, None)
    for span in sorted(spans, key=lambda s: (s.count * DAYS[s.unit], f"{s.count}{s.unit}")):
        group = spans[span]
        kept = sum(in_touch(touches[n.id], span, today) for n in group)
        yield {"every": f"{span.count}{span.unit}", "contacts": len(group), "kept": rate(kept, len(group)),
               "slipping": len(group) - kept}

def in_touch(touches, span, today):
    last = max((t.date for t in touches if due.direction(t)), default=None)
    return last is not None and due.add(last, span) >= today

# All of them

def expected(notes, period):
    book = due.Book(notes, period.today)
    notes, touches = book.notes, book.touches
    approaches = [a for n in notes for a in approaches_of(touches[n.id]) if a.attempts[0].date in period]
    follow_ups = [f for n in notes for f in follow_ups_of(n, touches[n.id], period.today)]
    promises, late = promises_tables(notes, period)
    return {
        "since": str(period.since), "until": str(period.until), "today": str(period.today), "notes": len(notes),
        "touches": list(touches_table([t for n in notes for t in touches[n.id] if t.date in period])),
        "answers": list(answers_table(approaches)), "attempts": list(attempts_table(approaches)),
        "worth": list(worth_table(approaches)), "promises": promises, "days_late": late,
        "followups": list(followups_table([f for f in follow_ups if f.due in period])),
        "pipeline": list(pipeline_table(notes, touches, period)), "stages": list(stages_table(notes)),
        "cadence": list(cadence_table(notes, touches, period.today)),
    }

def encoded(value):
    if isinstance(value, dict):
        return "{" + ",".join(f"{encoded(k)}:{encoded(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(encoded, value)) + "]"
    return value if isinstance(value, Json) else json.dumps(value, ensure_ascii=False)

# --- Writing ----------------------------------------------------------------------------------

WORDS = {"email": ["e-mail", "emailed", "mailed"], "message": ["messaged", "texted"], "meeting": ["met"],
         "call": ["called", "phoned", "phone"], "application": ["applied"], "reply": ["replied"]}

class Writer(due.Writer):
    """More ways to write a kind, a stage and a promise."""

    def note(self, note):
        touches = [t._replace(kind=self.kind(t.kind)) for t in note.touches]
        stage = note.stage and self.pick(.1, [f" {note.stage}", f"{note.stage}  "], note.stage)
        return super().note(note._replace(touches=touches, stage=stage))

    def kind(self, kind):
        kind = self.pick(.2, WORDS.get(kind, [kind]), kind)
        return self.pick(.2, [kind.upper(), kind.capitalize()], kind)

    def promise(self, promise):
        """As text, too, which says when it was done with the day alone."""
        if promise.done is True or not promise.what or self.chance(.6):
            return super().promise(promise)
        return self.text(("" if promise.mine else "< ") + self.promised(promise))

    def task(self, promise):
        if self.chance(.5):
            return super().task(promise)
        mark = self.choice("xX-") if promise.done is True else self.choice(" xX") if promise.done else " "
        sign = self.pick(.1, ["> "]) if promise.mine else "< "
        return f"{self.pick(.2, ['1.', '2)'], self.bullet())} [{mark}] {sign}{self.promised(promise)}"

    def promised(self, promise):
        by, what = self.slashed(promise.by) + self.pick(.1, ["T10:00", " 09:30"]), promise.what
        due_by = self.choice([f"by {by}", f"due: {by}", f"[due:: {by}]", f"(due:: {by})", f"@due({by})", f"📅 {by}"])
        first = self.choice([f"{by} {what}", f"{by}: {what}", f"[[{promise.by}]] {what}", f"**{by}** {what}"])
        text = self.choice([first, f"{what} {due_by}"]).strip()
        if isinstance(promise.done, date):
            day = self.pick(.2, [f"[[{promise.done}]]"], self.slashed(promise.done))
            text += self.choice([f" ✅ {day}", f" done:{day}", f" done: {day}", f" [completion:: {day}]"])
        return text

# --- The command ------------------------------------------------------------------------------

def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("-t", "--today", type=date.fromisoformat, required=True)
    parser.add_argument("--since", type=date.fromisoformat)
    parser.add_argument("--until", type=date.fromisoformat)
    parser.add_argument("dir")
    return parser.parse_args()

def main():
    args = arguments()
    until = args.until or args.today
    period = Period(args.since or due.add_months(until, -12) + timedelta(1), until, args.today)
    notes = Facts(args.seed, period).notes(args.count)
    os.makedirs(args.dir, exist_ok=True)
    Writer(args.seed, args.today, args.dir).write(notes)
    sys.stdout.buffer.write(encoded(expected(notes, period)).encode() + b"\n")

if __name__ == "__main__":
    main()

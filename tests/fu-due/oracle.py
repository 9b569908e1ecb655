#!/usr/bin/python3
"""Random notes, and what fu-due must print for them.

    oracle.py --seed S --count N --today DATE [--within SPAN | --until DATE | -a] [--every-reason] DIR

writes N notes under DIR and prints, as TSV, the output of

    fu-due --rules none --today DATE [the same options] DIR

The facts of each note are drawn first.  The answer is worked out from the facts alone, by a plain
reading of section 3 of the design; the note is written from the facts in a spelling drawn from
those that section 2 accepts.  Nothing is ever read back, so the two sides share no parser.  The
three parts of this file are facts, expectation and writing; facts and writing have randomness of
their own, all of it from --seed.  DIR should be new, or hold what the same seed and count wrote.

SPAN is a number and one of d bd w m mo q y, or a bare number of days.
"""
import argparse
import os
import random
import re
import sys
from collections import namedtuple
from datetime import date, timedelta

# --- Civil dates and spans --------------------------------------------------------------------

Span = namedtuple("Span", "count unit")  # unit: d bd w mo q y
MONTHS = {"mo": 1, "q": 3, "y": 12}

def month_length(year, month):
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day

def add_months(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))

def add_business_days(day, count):
    while count:
        day += timedelta(1)
        count -= day.weekday() < 5
    return day

def add(day, span):
    if span.unit in MONTHS:
        return add_months(day, span.count * MONTHS[span.unit])
    if span.unit == "bd":
        return add_business_days(day, span.count)
    return day + timedelta(span.count * (7 if span.unit == "w" else 1))

# --- Facts ------------------------------------------------------------------------------------
# What is absent is None, "" or [].  Touches and promises are in file order: `log:` and `promises:`
# first, then the body (`place` says which).

Note = namedtuple("Note", "id path name name_from aliases org tags stage via result avoid touches promises "
                          "birthday dates every last next snooze added applied met")
Touch = namedtuple("Touch", "date kind mark named text place", defaults=["", True, "", "body"])
Promise = namedtuple("Promise", "what by mine done place")     # done: None, True or a date
Occasion = namedtuple("Occasion", "what year month day yearly")  # year: None where it is not known
Next = namedtuple("Next", "on do why")

BOTH = "contact meeting coffee lunch interview call chat visit video sales-call".split()
OUT = "email message letter card voicemail application resume thanks update nudge".split()
IN = "reply referral rejection offer".split()
KINDS = BOTH + OUT + IN + ["note"]
QUIET = ["contact", "contact", "chat", "thanks", "card", "update", "note"]  # no rule starts from them

FIRST = """Ana Tom Lee Dana Zoë José Siobhán Łukasz Øyvind Mia Omar Priya Chen Анна Grace Noor Ivo
    Björn Amélie Kofi Yuki Sam Rosa Đorđe""".split()
LAST = ["Gómez", "Kim", "Park", "O'Neill", "van der Berg", "Müller", "D'Angelo", "Nowak", "Ortiz",
        "Smith-Jones", "Çelik", "Иванова", "Åkesson", "Okafor", "Tanaka", "Reed", "St. John"]
FOLDERS = ["", "", "people/", "people/old friends/", "work/acme/", "work/"]
ENDINGS = [".md"] * 8 + [".markdown", ".MD", ".Markdown"]
ORGS = ["Acme", "Acme, Inc.", "Müller & Söhne", "37signals", "O'Reilly", "Bar: Baz Ltd", "null",
        "C# Guild", "Yes", "Hôpital Nord", "The \"Big\" Shop", "Mom & Pop (Old Town)", "~"]
STAGES = [["closed", "Lost", "won", "Archived", "DEAD", "paused", "do-not-contact", "Do Not Contact",
           "do_not_contact"],
          ["target", "lead", "Target", "LEAD"],
          ["active", "interviewing", "Warm", "client", "closed soon", "leads"]]
TAGS = ["a-list", "b-list", "c-list", "d-list", "A-List", "B-LIST", "friend", "family", "vip", "chess",
        "alist", "recruiter", "friends", "zürich"]
RESULTS = ["hired", "no fit: too far", "offer, declined", "second round", "they're hiring in May"]
ACTIONS = ["call", "lunch", "send the contract", "email"]
WHYS = ["ask about the budget", "her move: settled?", "trial ends, decide", "contract #12 is up"]
PROMISES = ["send the deck", "intro to the CFO", "résumé to Zoë", "read the book by Knuth",
            "check the budget, then decide", "draft: version two", "the \"big\" plan",
            "find 50% off", "answer their due diligence", "don't forget the keys"]
OCCASIONS = ["work anniversary", "wedding", "founded: the firm", "name day", "opening"]
OPENERS = ["Grabbed a beer and talked about her team", "Bumped into him at the station",
           "Ran into them; all well", "Had tea", "asked about the start date: May",
           "Talked for an hour, then left", "calls me Bob", "10 people at the table"]
FURTHER = ["left a message", "sent the deck", "she gave me two names, both good", "re: budget",
           "with Ana", "asked about the start date", "email first, then a visit", "see #4"]
PHRASES = ["Let's stay in touch", "we should keep in touch!", "Asked to Keep In Touch",
           "said: STAY IN TOUCH, please"]
NEAR_PHRASES = ["Stayed in touch", "keeping in touch", "upkeep in touch", "keep in touching"]

class Dice:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.choice = self.rng.choice
        self.randint = self.rng.randint

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, p, items, otherwise=""):
        return self.choice(items) if self.chance(p) else otherwise

    def maybe(self, p, make, otherwise=None):
        return make() if self.chance(p) else otherwise

    def some(self, items, most):
        return self.rng.sample(items, self.randint(1, most))

    def shuffled(self, items):
        return self.rng.sample(items, len(items))

class Facts(Dice):
    """Draws the notes of a directory; ids, names and aliases are unique without regard to case."""

    TOUCHES = [0, 0, 1, 1, 2, 3, 4, 6, 8]

    def __init__(self, seed, today):
        super().__init__(f"{seed} facts")
        self.today = today
        self.taken = set()
        leap = max(y for y in range(today.year - 8, today.year) if month_length(y, 2) == 29)
        self.edges = [add_months(today.replace(day=1), -i) - timedelta(1) for i in range(24)] + [date(leap, 2, 29)]

    def notes(self, count):
        notes = []
        for _ in range(count):
            notes.append(self.note(notes[:count // 6]))
        return notes

    def note(self, referrers):
        stem, path, name, name_from, aliases = self.identity()
        touches = self.touches()
        most = min(len(referrers), self.pick(.2, [2], 1))
        return Note(
            stem, path, name, name_from, aliases,
            org=self.pick(.6, ORGS), stage=self.pick(.3, self.choice(STAGES)), result=self.pick(.2, RESULTS),
            tags=self.maybe(.45, lambda: self.some(TAGS, 3), []),
            via=self.some(referrers, most) if referrers and self.chance(.35) else [],
            avoid=self.maybe(.2, lambda: self.some(["call", "email", "nudge", "visit", "reply"], 3), []),
            touches=touches, promises=self.maybe(.25, self.promises, []),
            birthday=self.maybe(.12, lambda: self.occasion("birthday", 1950, 2005)),
            dates=self.maybe(.08, lambda: [self.some_date() for _ in range(self.randint(1, 3))], []),
            next=self.maybe(.12, lambda: Next(self.near(), self.pick(.5, ACTIONS), self.pick(.5, WHYS))),
            every=self.maybe(.3, self.every), last=self.maybe(.25, self.past_or_near), snooze=self.maybe(.1, self.near),
            added=self.maybe(.4, self.past_or_near),
            applied=self.maybe(.1, lambda: self.past_or_of(touches, "application")),
            met=self.maybe(.1, lambda: self.past_or_of(touches, "meeting")))

    # Who

    def identity(self):
        middle = self.choice(["", "", chr(self.randint(65, 90)) + ". ", "(Nan) ", self.choice(FIRST) + " "])
        name = f"{self.choice(FIRST)} {middle}{self.choice(LAST)}"
        slug = re.sub(r"\W+", "-", name.lower()).strip("-")
        stem = self.choice([slug, slug, slug, name, name.replace(" ", "_"), name + " (work)"])
        name_from = self.choice(["text", "text", "text", "parts", "heading", "id"])
        name = stem if name_from == "id" else name
        if not self.claim(name, stem):
            return self.identity()
        alias = f"{name.split()[0]} {self.choice(LAST)[0]}{self.randint(1, 99)}"
        aliases = [alias] if self.chance(.25) and self.claim(alias) else []
        return stem, self.choice(FOLDERS) + stem + self.choice(ENDINGS), name, name_from, aliases

    def claim(self, *texts):
        texts = {t.casefold() for t in texts}
        free = not texts & self.taken
        self.taken |= texts if free else set()
        return free

    # When

    def past(self):
        kind = self.rng.random()
        if kind < .12:
            return self.choice(self.edges)
        return self.today - timedelta(self.randint(0, 16 if kind < .65 else 120 if kind < .85 else 900))

    def near(self):
        return self.today + timedelta(self.randint(-20, 25))

    def past_or_near(self):
        return self.maybe(.05, self.near, self.past())

    def past_or_of(self, touches, kind):
        """Some day, or that of a touch, of this kind if there is one."""
        touches = [t for t in touches if t.kind == kind] or touches
        return self.pick(.5, [t.date for t in touches] or [self.today], self.past_or_near())

    def every(self):
        unit = self.choice(["d", "bd", "w", "w", "mo", "mo", "q", "y", "never"])
        most = {"d": 90, "bd": 40, "w": 9, "mo": 7, "q": 3, "y": 2}
        return unit if unit == "never" else Span(self.randint(1, most[unit]), unit)

    def some_date(self):
        if self.chance(.3):
            day = self.near()
            return Occasion(self.choice(OCCASIONS), day.year, day.month, day.day, False)
        return self.occasion(self.pick(.85, OCCASIONS), 2001, self.today.year + 1)

    def occasion(self, what, first, final):
        day = self.choice([self.near(), self.near(), self.past(), self.edges[-1]])
        year = self.maybe(.6, lambda: self.randint(first, final))
        if year and month_length(year, day.month) < day.day:
            year -= year % 4
        return Occasion(what, year, day.month, day.day, True)

    # What happened, and what was promised

    def touches(self):
        count = self.choice(self.TOUCHES)
        touches = [self.touch(d, k) for d, k in zip(sorted(self.days(count)), self.kinds(count))]
        order = self.choice(["oldest", "oldest", "newest", "newest", "any"])
        touches = {"oldest": touches, "newest": touches[::-1], "any": self.shuffled(touches)}[order]
        cut = self.maybe(.4, lambda: self.randint(0, count), 0)
        return [t._replace(place="log") for t in touches[:cut]] + touches[cut:]

    def days(self, count):
        days = []
        for _ in range(count):
            day = self.maybe(.05, lambda: self.today + timedelta(self.randint(1, 30)), self.past())
            days.append(self.pick(.25, days or [day], day))
        return days

    def kinds(self, count):
        pool = self.pick(.25, [QUIET], KINDS)
        kinds = [self.choice(pool) for _ in range(count)]
        if count and pool is KINDS and self.chance(.45):  # something that waits for an answer, and tries after it
            start = self.randint(max(0, count - 5), count - 1)
            kinds[start] = self.choice(["application", "resume", "interview", "email", "letter"])
            kinds[start + 1:] = [self.choice(OUT) for _ in kinds[start + 1:]]
        return kinds

    def touch(self, day, kind):
        mark = "" if kind == "note" else self.pick(.2, "<>")
        named = kind != "contact" or self.chance(.3)
        text = self.choice(FURTHER + OPENERS if named else OPENERS)
        text = self.pick(.2, PHRASES + NEAR_PHRASES, text)
        return Touch(day, kind, mark, named, self.pick(.2 if named else .05, [""], text))

    def promises(self):
        promises = [self.promise() for _ in range(self.randint(1, 4))]
        return sorted(promises, key=lambda p: p.place)

    def promise(self):
        by = self.maybe(.15, self.past, self.near())
        done = self.pick(.3, [True, by - timedelta(self.randint(-3, 3))], None)
        return Promise(self.pick(.93, PROMISES), by, self.chance(.6), done, self.choice(["entry", "task", "task"]))

# --- Expectation ------------------------------------------------------------------------------

Rule = namedtuple("Rule", "after do wait until everyone", defaults=["touch", False])
Line = namedtuple("Line", "due action why snoozes", defaults=[True])

PERSONAL, MAX_UNANSWERED, GREET_DAYS = {"friend", "family"}, 3, 14
FIRST_CONTACT, REPORT, CHASE = Span(2, "d"), Span(1, "w"), Span(1, "bd")
CADENCE = {"a-list": Span(3, "w"), "b-list": Span(2, "mo"), "c-list": Span(6, "mo"), "d-list": Span(1, "y")}
STAY_IN_TOUCH, STAY_IN_TOUCH_EVERY = re.compile(r"(?i)\b(stay|keep) in touch\b"), Span(3, "mo")
RULES = [
    Rule(["interview"], "thank", Span(1, "d")),
    Rule(["meeting", "coffee", "lunch", "visit"], "thank", Span(1, "d")),
    Rule(["referral"], "thank", Span(1, "d")),
    Rule(["rejection"], "thank", Span(1, "d")),
    Rule(["application"], "call", Span(1, "w"), "reply"),
    Rule(["resume"], "call", Span(1, "w"), "reply"),
    Rule(["sales-call"], "email", Span(2, "d")),
    Rule(["call", "video"], "email", Span(1, "w")),
    Rule(["interview"], "check-in", Span(1, "w"), "reply"),
    Rule("in", "reply", Span(1, "d"), "touch", True),
    Rule(["email", "message", "letter", "voicemail", "nudge"], "nudge", Span(1, "w"), "reply"),
]
CLOSED = {"closed", "lost", "won", "rejected", "withdrawn", "declined", "hired", "archived", "dead", "paused", "donotcontact"}
DIRECTION = {**dict.fromkeys(BOTH, "both"), **dict.fromkeys(OUT, "out"), **dict.fromkeys(IN, "in"), "note": None}

def direction(touch):
    return {"<": "in", ">": "out"}.get(touch.mark, DIRECTION[touch.kind])

def yours(touch):
    return direction(touch) in ("out", "both")

def theirs(touch):
    return direction(touch) in ("in", "both")

def touched_since(touches, day):
    return any(yours(t) and t.date >= day for t in touches)

# 1. Touches up to that day, in order.

def happened(note, today):
    touches = list(note.touches)
    if touches and touches[0].date > touches[-1].date:
        touches.reverse()
    touches.sort(key=lambda t: t.date)
    stand_for(touches, note.met, "meeting")
    stand_for(touches, note.applied, "application")
    touches = [t for t in touches if t.date <= today]
    if note.last and note.last <= today and all(t.date < note.last for t in touches):
        touches.append(Touch(note.last, "contact"))
    return touches

def stand_for(touches, day, kind):
    if day and not any(t.date == day and t.kind == kind for t in touches):
        touches.insert(sum(t.date < day for t in touches), Touch(day, kind))

def unanswered(touches):
    count = 0
    for touch in touches:
        count = 0 if theirs(touch) else count + yours(touch)
    return count

# 2. Rules.

def rule_lines(note, touches):
    personal = PERSONAL & set(note.tags)
    lines = [rule_line(r, touches, note.avoid) for r in RULES if r.everyone or not personal]
    return [line for line in lines if line]

def rule_line(rule, touches, avoid):
    start = max((i for i, t in enumerate(touches) if starts(rule, t)), default=None)
    if start is None:
        return None
    first, later = touches[start], touches[start + 1:]
    if any((theirs if rule.until == "reply" else yours)(t) for t in later):
        return None
    due, why = first.date, f"{first.kind} {first.date}"
    if rule.until == "reply":
        if unanswered(touches) >= MAX_UNANSWERED:
            return None
        why += ", no answer"
        tries = [t for t in later if yours(t)]
        if tries:
            due = tries[-1].date
            why += f"; last touch {due}"
    return Line(add(due, rule.wait), unless_avoided(rule.do, avoid), why)

def starts(rule, touch):
    if rule.after == "in":
        return direction(touch) == "in" and touch.kind not in ("thanks", "card", "update")
    return touch.kind in rule.after and not (rule.until == "reply" and direction(touch) == "in")

def unless_avoided(action, avoid):
    if action not in avoid:
        return action
    return "nudge" if "email" in avoid else "email"

# 3. First contact.

def first_contact_lines(note, touches, today):
    by_stage = note.stage.lower() in ("target", "lead")
    if not (note.via or by_stage) or any(yours(t) for t in touches):
        return []
    due = add(note.added, FIRST_CONTACT) if note.added else today
    if note.via:
        return [Line(due, "contact", "introduced by " + ", ".join(r.name for r in note.via))]
    return [Line(due, "contact", f"stage {note.stage}, not yet contacted")]

# 4. The earliest of 2 and 3.

def earliest(lines):
    return [min(lines, key=lambda line: line.due)] if lines else []

# 5. Report.

def report_lines(note, book):
    told = max((t.date for t in book.touches[note.id] if direction(t) == "both" or
                t.kind == "update" and direction(t) == "out"), default=date.min)
    news, names = [], []
    for referral in book.referrals.get(note.id, []):
        touches = book.touches[referral.id]
        untold = [t.date for t in touches if t.kind != "note" and t.date > told]
        if untold:
            news += untold
            names.append(f"{referral.name} ({state(referral, touches)})")
    return [Line(add(min(news), REPORT), "report", "news of " + ", ".join(names))] if news else []

def state(note, touches):
    if note.result:
        return note.result
    if closed(note):
        return note.stage
    if any(direction(t) == "both" and t.kind not in ("contact", "call", "chat") for t in touches):
        return "met"
    return "answered" if any(theirs(t) for t in touches) else "reached" if any(yours(t) for t in touches) else "not reached"

# 6. Promises.

def promise_lines(note):
    return [promise_line(p) for p in note.promises if not p.done]

def promise_line(promise):
    what = promise.what or "promise"
    if promise.mine:
        return Line(promise.by, "deliver", what, snoozes=False)
    return Line(add(promise.by, CHASE), "chase", what)

# 7. Dates.

def date_lines(note, touches, today):
    occasions = [note.birthday] * bool(note.birthday) + note.dates
    lines = [date_line(o, touches, today) for o in occasions]
    return [line for line in lines if line]

def date_line(occasion, touches, today):
    due = greet_day(occasion, touches, today)
    year = f"{occasion.year}-" if occasion.year else ""
    why = f"{occasion.what or 'date'} {year}{occasion.month:02}-{occasion.day:02}"
    return Line(due, "greet", why) if due else None

def greet_day(occasion, touches, today):
    first = in_year(occasion, occasion.year) if occasion.year else date.min
    years = range(today.year - 1, max(today.year, first.year) + 2) if occasion.yearly else [first.year]
    days = [d for d in (in_year(occasion, y) for y in years) if d >= first]
    past = max((d for d in days if d <= today), default=None)
    if past and (today - past).days < GREET_DAYS and not touched_since(touches, past):
        return past
    return min((d for d in days if d > today), default=None)

def in_year(occasion, year):
    return date(year, occasion.month, min(occasion.day, month_length(year, occasion.month)))

# 8. Cadence.

def cadence_lines(note, touches, today):
    span = cadence(note, touches)
    if not span:
        return []
    every = f"every {span.count}{span.unit}"
    last = max((t.date for t in touches if direction(t)), default=None)
    if last:
        return [Line(add(last, span), "keep-in-touch", f"last touch {last}, {every}")]
    return [Line(note.added or today, "keep-in-touch", f"never touched, {every}")]

def cadence(note, touches):
    if note.every:
        return None if note.every == "never" else note.every
    spans = [CADENCE[t.lower()] for t in note.tags if t.lower() in CADENCE]
    if spans:
        return min(spans, key=list(CADENCE.values()).index)  # the table runs from short to long
    return STAY_IN_TOUCH_EVERY if any(STAY_IN_TOUCH.search(t.text) for t in touches) else None

# 9. Next.

def next_lines(note, touches):
    plan = note.next
    if not plan or touched_since(touches, plan.on):
        return []
    return [Line(plan.on, plan.do or "follow-up", plan.why or f"planned for {plan.on}")]

# 10. Snooze, closed stages, and with them all the lines of a note.

def closed(note):
    return re.sub(r"[-_ ]", "", note.stage.lower()) in CLOSED

def snoozed(note, line):
    return line._replace(due=max(line.due, note.snooze)) if note.snooze and line.snoozes else line

def due_lines(note, book, limit, every_reason):
    """The lines of a note up to the day `limit`, in the order of section 3."""
    def shown(lines):
        return [line for line in (snoozed(note, line) for line in lines) if line.due <= limit]

    if closed(note):
        return shown(promise_lines(note))
    touches, today = book.touches[note.id], book.today
    planned = next_lines(note, touches)
    reasons = rule_lines(note, touches) + first_contact_lines(note, touches, today)
    lines = planned or (reasons if every_reason else earliest(reasons))
    lines = lines + report_lines(note, book) + promise_lines(note) + date_lines(note, touches, today)
    if planned:
        return shown(lines)
    if first_contact_lines(note, touches, today):
        return shown(lines)
    return shown(lines) + [c for c in shown(cadence_lines(note, touches, today))
                           if not any(line.due <= max(today, c.due) for line in shown(lines))]

class Book:
    """All notes of the directory with what has happened, and who was referred by whom."""

    def __init__(self, notes, today):
        self.today = today
        self.notes = sorted(notes, key=lambda note: note.path.encode())
        self.touches = {note.id: happened(note, today) for note in notes}
        self.referrals = {}
        for note in self.notes:
            for referrer in note.via:
                self.referrals.setdefault(referrer.id, []).append(note)

def expected(book, root, limit, every_reason):
    rows = [(line, note) for note in book.notes for line in due_lines(note, book, limit, every_reason)]
    rows.sort(key=lambda row: row[0].due)  # stable: then by path, then in the order of section 3
    for line, note in rows:
        who = f"{note.name} ({note.org})" if note.org else note.name
        overdue = (book.today - line.due).days
        yield "\t".join([str(line.due), str(overdue), line.action, root + note.path, who, line.why])

# --- Writing ----------------------------------------------------------------------------------

SPELLINGS = {words.split()[0]: words.split() for words in """
    name full_name fn; org company organization organisation employer firm; role title job_title position;
    email emails mail e-mail; phone phones tel mobile; tags tag category categories tier group groups;
    via referred_by introduced_by met_through;
    every cadence frequency contact_frequency keep_in_touch stay_in_touch interval prm_cadence;
    last last_contact last_contacted last_contacted_at last_chat last_interaction date_last_interaction
        last_met last_seen last_talked_to prm_last_contacted;
    next next_contact next_follow_up follow_up follow_up_on follow_up_date follow_up_due follow_up_reminder_date;
    snooze snooze_until prm_snooze_until; stage status; added created since date_found;
    applied date_applied applied_date; met met_date first_met;
    birthday bday birth_date dob prm_birthday; dates anniversaries; avoid;
    log touches interactions contact_log; promises commitments; asks requirements; offers qualifications;
    questions; result outcome; aliases""".split(";")}
UNPRINTED = [("role", "Head of R&D"), ("email", "a@example.org"), ("email", ["a@example.org", "b@example.org"]),
             ("phone", "'+41 44 000 00 00'"), ("asks", ["C", "Unix tools"]), ("questions", ['"Why now?"'])]
UNKNOWN = [("city", "Zürich"), ("first_name", "Lee"), ("last_name", "Park"), ("rating", "5"), ("next_step", "call"),
           ("last_contact_type", "email"), ("birthday_reminder", "true"), ("summary", "2026-11-01 call"),
           ("größe", "1.80"), ("cssclasses", ["wide", "person"]),
           ("spouse", {"name": "Kim", "birthday": "1970-11-23", "every": "1w"}),
           ("social", {"last": "2020-01-01", "links": ["a", "b"], "next": {"on": "2026-11-20"}}),
           ("history", [{"date": "2026-11-20", "kind": "call"}, "2026-11-21 reply"])]
SHADOWED = {"name": "Somebody Else", "org": "Elsewhere Ltd", "stage": "lost", "every": "1w", "added": "2019-01-01",
            "snooze": "2031-01-01", "result": "unknown", "next": "2019-01-01", "birthday": "1999-11-20",
            "applied": "2019-01-01", "met": "2019-01-01"}
SPAN_WORDS = {Span(1, "d"): ["daily"], Span(1, "w"): ["weekly"], Span(2, "w"): ["biweekly", "fortnightly"],
              Span(1, "mo"): ["monthly"], Span(1, "q"): ["quarterly"], Span(1, "y"): ["yearly", "annually"]}
UNIT_NAMES = {"d": "day", "bd": "business day", "w": "week", "mo": "month", "q": "quarter", "y": "year"}
TIMES = ["T10:00Z", " 10:00", " 10:00:00 -0400", "T23:59:59.000Z", "T00:30:00+02:00"]
PLAIN = re.compile(r"[^\W_]([\w .;()/+&'=<>?!%@|-]*[\w.;()/+&'=<>?!%@|-])?")  # in flow style, too
PLAIN_LINE = re.compile(r"[^\W_]([\w .;()/+&'=<>?!%@|,\"{}\[\]-]*[\w.;()/+&'=<>?!%@|-])?")
LOG_HEADINGS = ["Log", "LOG", "log", "Interactions", "Contact log", "Contact Log", "Touches", "timeline", "Activity"]
HEADINGS = ["Notes", "Background", "Ideas", "Family & friends", "Questions to ask", "2026 plans", "Logistics"]
PROSE = ["She knows everybody in the trade.", "Met on 2026-11-02 through a friend.", "* * *",
         "> He said that email is best.", "Call her on 2026-11-20 at the latest.",
         "Next: the budget (see 2026-11-30).", "1. First things first"]
BULLETS = ["likes tea", "two children: Mia, Tom", "knows the CFO since 2019-03-01", "email is best",
           "[ ] ask about the dog", "[x] found the address", "[link](https://example.org)"]
FENCES = [("```", []), ("```text", []), ("~~~ sh", ["```"]), ("````", ["```", "~~~"])]

class Yaml(Dice):
    """Scalars and collections; a node is a scalar as it stands in the file, a list of nodes or a dict."""

    def text(self, text, plain=PLAIN):
        style = self.choice(["plain", "plain", "single", "double"])
        if style == "plain" and plain.fullmatch(text) and text != "null":
            return text
        return self.single(text) if style == "single" else self.double(text)

    def line(self, text):
        """Text that is all of a line after its key: more of it can do without quotes."""
        return text and self.text(text, PLAIN_LINE)

    def single(self, text):
        return "'" + text.replace("'", "''") + "'"

    def double(self, text):
        if self.chance(.3):
            text = re.sub(r"[\x80-\uffff]", lambda m: f"\\u{ord(m[0]):04x}", text)
        return '"' + text.replace('"', '\\"') + '"'

    def null(self):
        return self.choice(["", "null", "~"])

    def flow(self, node):
        if isinstance(node, list):
            return "[" + ", ".join(self.flow(n) for n in node) + self.choice(["", " "]) + "]"
        if isinstance(node, dict):
            return "{" + ", ".join(f"{k}: {self.flow(n)}" for k, n in node.items()) + "}"
        return node or "~"

    def pair(self, key, node, pad=""):
        if isinstance(node, str):
            return [f"{pad}{key}: {node}".rstrip(" ")]
        unquoted_link = any(isinstance(n, str) and n.startswith("[[") for n in node)
        if not unquoted_link and self.chance(.4):
            return [f"{pad}{key}: {self.flow(node)}"]
        deeper = self.choice(["", "  ", "    "] if isinstance(node, list) else ["  ", "    "])
        return [f"{pad}{key}:"] + self.block(node, pad + deeper)

    def block(self, node, pad):
        if isinstance(node, dict):
            return [line for k, n in node.items() for line in self.pair(k, n, pad)]
        return [line for n in node for line in self.item(n, pad)]

    def item(self, node, pad):
        if isinstance(node, str) or self.chance(.3):
            return [f"{pad}- {node if isinstance(node, str) else self.flow(node)}"]
        first, *more = self.block(node, pad + "  ")
        return [f"{pad}- {first.lstrip(' ')}"] + more

class FrontMatter(Yaml):
    """The fields of a note as the lines of a front matter."""

    def lines(self, note):
        fields = {name: node for name, node in self.fields(note).items() if node}
        pairs = [pair for name, node in fields.items() for pair in self.spelled(name, node)]
        lines = []
        for key, node in self.shuffled(pairs + self.extras(fields)):
            lines += self.pick(.05, [["# last: 2026-11-21"], [""], ["  # x"], ["# every: 1d"]], [])
            lines += self.commented(self.pair(key, node))
        return lines

    def commented(self, lines):
        return [lines[0] + self.pick(.06, [" # was 2019-01-01", "  #"])] if len(lines) == 1 else lines

    def fields(self, note):
        return {
            "name": self.name(note), "aliases": [self.text(a) for a in note.aliases],
            "org": note.org and self.org(note.org), "tags": note.tags and self.tags(note.tags),
            "stage": self.line(note.stage), "via": self.via(note.via), "result": self.line(note.result),
            "avoid": note.avoid, "every": note.every and self.every(note.every),
            "last": self.date(note.last), "next": note.next and self.next(note.next), "snooze": self.date(note.snooze),
            "added": self.date(note.added), "applied": self.date(note.applied), "met": self.date(note.met),
            "birthday": note.birthday and self.day_of(note.birthday), "dates": [self.occasion(o) for o in note.dates],
            "log": [self.log_entry(t) for t in note.touches if t.place == "log"],
            "promises": [self.promise(p) for p in note.promises if p.place == "entry"],
        }

    # Keys

    def spelled(self, name, node):
        """The field in one of its spellings, at times with a second one that must not matter, or adds to it."""
        i, j = (self.randint(0, len(SPELLINGS[name]) - 1) for _ in "ij")
        key, other = self.key(SPELLINGS[name][i]), self.key(SPELLINGS[name][j])
        if i != j and self.chance(.03):
            return [(key, node), (other, self.null())]
        if i != j and name == "tags" and isinstance(node, list) and self.chance(.2):
            return [(key, node[:1]), (other, node[1:] or "more")]
        if i != j and name == "last" and self.chance(.1):
            return [(key, node), (other, "2001-01-01")]
        if i < j and name in SHADOWED and self.chance(.06):
            return [(key, node), (other, SHADOWED[name])]
        return [(key, node)]

    def key(self, name):
        words = re.split("[-_]", name)
        title = [w.title() for w in words]
        key = self.choice([name, name, name, "-".join(words), " ".join(words), " ".join(title), "_".join(words).upper(),
                           words[0] + "".join(title[1:]), name.capitalize(), "".join(words)])
        return self.maybe(.06, lambda: self.choice([self.single, self.double])(key), key)

    def extras(self, present):
        """Absent fields with no value, fields that fu-due does not print, and unknown ones."""
        nulls = [(name, self.null()) for name in SPELLINGS if name not in present and self.chance(.04)]
        fields = nulls or [self.choice(UNPRINTED)] * self.chance(.3)
        pairs = [(self.key(self.choice(SPELLINGS[name])), node) for name, node in fields]
        return pairs + [pair for pair in UNKNOWN if self.chance(.04)]

    # Values

    def name(self, note):
        if note.name_from == "text":
            return self.line(note.name)
        if note.name_from == "parts":
            first, last = note.name.rsplit(" ", 1)
            return {self.key("first"): self.text(first), self.key("last"): self.text(last)}
        return ""

    def org(self, org):
        if self.chance(.7) or "#" in org:
            return self.line(org)
        return self.wiki(self.choice([org, f"orgs/{org}", f"orgs/some-firm|{org}"]))

    def wiki(self, target):
        unquoted = PLAIN.fullmatch(target) and target != "null"
        link = f"[[{target}]]"
        return self.choice([link if unquoted else self.double(link), self.double(link), self.single(link)])

    def tags(self, tags):
        tags = [self.pick(.2, ["#"]) + t for t in tags]
        if self.chance(.5):
            return self.line("".join(t + self.choice([" ", ",", ", "]) for t in tags[:-1]) + tags[-1])
        return [self.text(t) for t in tags]

    def via(self, referrers):
        links = [self.link(r) for r in referrers]
        return links[0] if len(links) == 1 and self.chance(.9) else links

    def link(self, note):
        by_id, by_name = self.any_case(note.id), self.any_case(self.choice([note.name] + note.aliases))
        if self.chance(.5):
            return self.text(self.choice([by_id, "people/" + by_id, by_name, by_name]))
        target = self.choice([by_id, "people/" + by_id, by_id + ".md", "../x/" + by_id + ".md", by_name, by_name])
        return self.wiki(target + self.pick(.3, ["#Log"]) + self.pick(.3, ["|Somebody"]))

    def any_case(self, text):
        return self.choice([text, text, text.lower(), text.upper(), text.swapcase()])

    def every(self, every):
        if every == "never":
            return self.text("never")
        count, unit = every
        spelled_out = f"{count} {UNIT_NAMES[unit]}" + "s" * (count > 1)
        forms = [f"{count}{unit}", spelled_out, "every " + spelled_out] + SPAN_WORDS.get(every, []) * 2
        forms += {"d": [str(count)], "mo": [f"{count}m"]}.get(unit, [])
        forms += [f"P{count}{unit[0].upper()}"] if unit in ("d", "w", "mo", "y") else []
        return self.text(self.choice(forms))

    def mapping(self, node):
        """Its keys in any order and case; those with no value are mostly left out."""
        keys = [k for k in node if node[k] or self.chance(.1)]
        return {self.choice([k, k, k, k.capitalize(), k.upper()]): node[k] for k in self.shuffled(keys)}

    def next(self, plan):
        if not plan.do and not plan.why and self.chance(.8):
            return self.date(plan.on)
        return self.mapping({"on": self.text(self.timed(plan.on)), "do": plan.do and self.text(plan.do),
                             "why": plan.why and self.text(plan.why)})

    def date(self, day):
        return day and self.choice([str, self.double, self.single])(self.timed(day))

    def timed(self, day):
        return self.slashed(day) + self.pick(.1, TIMES)

    def slashed(self, day):
        return str(day).replace("-", self.pick(.1, "/", "-"))

    def day_of(self, occasion):
        day = f"{occasion.month:02}-{occasion.day:02}"
        day = f"{occasion.year}-{day}" if occasion.year else self.pick(.5, ["--"]) + day
        return self.choice([str, self.double, self.single])(day)

    def occasion(self, occasion):
        yearly = self.pick(.5, ["true"]) if occasion.yearly else "false"
        what = occasion.what and self.text(occasion.what)
        return self.mapping({"what": what, "on": self.day_of(occasion), "yearly": yearly})

    def promise(self, promise):
        done = {None: self.pick(.3, ["false"]), True: "true"}.get(promise.done) or ""
        if isinstance(promise.done, date):
            done = self.text(self.timed(promise.done))
        return self.mapping({"what": promise.what and self.text(promise.what), "by": self.text(self.timed(promise.by)),
                             "from": self.pick(.5, ["me"]) if promise.mine else "them", "done": done})

    # Touches

    def touch(self, touch, day, separators=(": ", " ", " - ", " — ", " – ", "- ", "— ")):
        """A touch as a line without its bullet."""
        head = f"{day} {touch.mark}".strip()
        if not touch.named:
            return f"{head} {touch.text}".strip()
        if not touch.text:
            return f"{head} {touch.kind}" + self.choice(["", ":"])
        return f"{head} {touch.kind}{self.choice(separators)}{touch.text}"

    def linked(self, day):
        return self.maybe(.1, lambda: f"[[{day}]]") or self.timed(day)

    def log_entry(self, touch):
        form = self.choice(["string", "pair", "mapping"])
        if form == "mapping":
            return self.log_mapping(touch)
        if form == "pair":
            key, colon, text = (self.touch(touch, self.timed(touch.date), [": "]) + " ").partition(": ")
            if colon:
                return {key: text and self.text(text.strip())}
        return self.text(self.touch(touch, self.linked(touch.date)))

    def log_mapping(self, touch):
        kind = touch.kind if touch.named or not touch.text else ""
        node = {self.choice(["date", "on"]): self.text(self.timed(touch.date)),
                self.choice(["kind", "type", "channel", "method"]): kind,
                self.choice(["text", "note", "summary"]): touch.text and self.text(touch.text)}
        if touch.mark:
            key, here, there = self.choice([("dir", "'<'", "'>'"), ("dir", "in", "out"), ("from", "them", "me")])
            node[key] = here if touch.mark == "<" else there
        return self.mapping(node)

class Body(FrontMatter):
    """The Markdown after the front matter, in blocks of lines."""

    def body(self, note):
        self.top = 2 if note.name_from == "id" else 1  # else a heading would give the name
        touches = [self.touch_block(t) for t in note.touches if t.place == "body"]
        tasks = [[self.task(p)] for p in note.promises if p.place == "task"]
        write = self.choice([self.woven, self.woven, self.with_log_section])
        blocks = self.opening(note) + write(touches, tasks)
        return [line for block in blocks for line in self.pick(.4, [[""]], []) + block]

    def opening(self, note):
        if note.name_from == "heading":
            return self.maybe(.3, lambda: [self.plain_aside()], []) + [["# " + note.name]]
        return [] if note.name_from == "id" else self.pick(.5, [[["# " + note.name]], [["# Somebody Else"]]], [])

    def with_log_section(self, touches, tasks):
        """Touches count under the log heading alone; decoys stand outside."""
        level, cut = self.randint(self.top, 3), self.randint(0, len(tasks))
        end = self.maybe(.6, lambda: self.randint(cut, len(tasks)))
        log = [["#" * level + " " + self.choice(LOG_HEADINGS)]] + self.woven(touches, tasks[cut:end], level + 1)
        blocks = self.woven(self.decoys(), tasks[:cut]) + log
        if end is not None:
            blocks += [self.heading(self.top, level)] + self.woven(self.decoys(), tasks[end:])
        return blocks

    def woven(self, blocks, tasks, level=None):
        """The two sequences, each in its order, with other matter between; headings from `level` down."""
        woven, level = [], level or self.top
        while blocks or tasks:
            woven += self.maybe(.25, lambda: [self.aside(level)], [])
            first = tasks if not blocks or tasks and self.chance(.5) else blocks
            woven.append(first[0])
            blocks, tasks = blocks[first is blocks:], tasks[first is tasks:]
        return woven + self.maybe(.25, lambda: [self.aside(level)], [])

    # What does not count

    def aside(self, level):
        return self.heading(level, 6) if self.chance(.25) else self.plain_aside()

    def heading(self, least, most):
        return ["#" * self.randint(least, most) + " " + self.choice(HEADINGS)]

    def plain_aside(self):
        bullets = ["- " + b for b in self.some(BULLETS, 3)]
        return self.choice([["", self.choice(PROSE), ""], bullets, self.fence()])

    def fence(self):
        opening, inner = self.choice(FENCES)
        lines = [line for block in self.decoys() for line in block]
        lines += self.some(["# Nobody", "## Log", "- 2026-11-21 > email: no", "plain"], 2) + inner
        return [opening] + self.shuffled(lines) + [re.match("[`~]+", opening)[0]]

    def decoys(self):
        days = [self.today - timedelta(self.randint(0, 20)) for _ in range(self.randint(0, 3))]
        return [self.touch_block(Touch(d, self.choice(KINDS), text="let's keep in touch")) for d in days]

    # What counts

    def touch_block(self, touch):
        form = self.choice(["bullet", "bullet", "bullet", "heading", "row"])
        if form == "row" and not touch.mark and touch.text:
            return self.row(touch)
        start = "#" * self.randint(self.top, 4) if form == "heading" else self.bullet()
        return [start + " " + self.touch(touch, self.linked(touch.date))]

    def bullet(self):
        return self.choice(["", "", "", " ", "  ", "   "]) + self.choice("--*+")

    def row(self, touch):
        cells = [self.timed(touch.date)] + [touch.kind] * touch.named + [touch.text]
        columns = ["Date", "How", "What"] if touch.named else ["Date", "What"]
        head = self.pick(.5, [["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]], [])
        return [""] + head + ["| " + " | ".join(cells) + " |"]

    def task(self, promise):
        """The date leads, or follows in one of its forms; then comes when it was done."""
        by, what = self.slashed(promise.by), promise.what
        due = self.choice([f"by {by}", f"due:{by}", f"[due:: {by}]", f"@due({by})", f"📅 {by}"])
        text = self.choice([f"{by} {what}", f"{what} {due}"]).strip()
        mark = self.choice("xxX-") if promise.done else " "
        if isinstance(promise.done, date):
            day, mark = str(promise.done), self.pick(.3, " ", mark)
            text += self.choice([f" ✅ {day}", f" done:{day}", f" [completion:: {day}]"])
        return f"{self.bullet()} [{mark}] {'' if promise.mine else '< '}{text}"

class Writer(Body):
    """Whole files, and beside them some that are no notes."""

    def __init__(self, seed, today, root):
        super().__init__(f"{seed} writing")
        self.today, self.root = today, root

    def write(self, notes):
        for note in notes:
            self.put(note.path, self.note(note))
        for path in ("README.md", "work/README.md", ".draft.md", ".trash/old.md", "list.txt"):
            fence = "" if path.endswith("README.md") else "---\n"
            self.put(path, f"{fence}stage: lead\n{fence}\n- 2026-11-01 email: no note\n")
        self.symlink("again", ".")

    def note(self, note):
        opening, closing = "---", self.choice(["---", "---", "..."])
        lines = [opening + self.blanks()] + self.lines(note) + [closing + self.blanks()]
        lines += self.pick(.7, [[""]], []) + self.body(note)
        eol = self.choice(["\n"] * 5 + ["\r\n"])
        return self.pick(.1, "\ufeff") + eol.join(lines) + self.choice(["", eol, eol])

    def blanks(self):
        return self.pick(.3, [" ", "  ", "\t"])

    def put(self, path, content):
        if self.chance(.02) and not path.startswith("."):
            stored = ".store/" + path.replace("/", "_")
            self.symlink(path, "../" * path.count("/") + stored)
            path = stored
        with open(self.place(path), "wb") as file:
            file.write(content.encode())

    def symlink(self, path, target):
        if not os.path.islink(self.place(path)):
            os.symlink(target, self.place(path))

    def place(self, path):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

# --- The command ------------------------------------------------------------------------------

def span(text):
    count, unit = re.fullmatch(r"(\d+)(d|bd|w|m|mo|q|y|)", text).groups()
    return Span(int(count), {"": "d", "m": "mo"}.get(unit, unit))

def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("-t", "--today", type=date.fromisoformat, required=True)
    window = parser.add_mutually_exclusive_group()
    window.add_argument("--within", type=span)
    window.add_argument("--until", type=date.fromisoformat)
    window.add_argument("-a", dest="all", action="store_true")
    parser.add_argument("--every-reason", action="store_true")
    parser.add_argument("dir")
    return parser.parse_args()

def last_day(args):
    if args.all:
        return date.max
    return args.until or (add(args.today, args.within) if args.within else args.today)

def main():
    args = arguments()
    notes = Facts(args.seed, args.today).notes(args.count)
    Writer(args.seed, args.today, args.dir).write(notes)
    root = args.dir if args.dir.endswith("/") else args.dir + "/"
    for row in expected(Book(notes, args.today), root, last_day(args), args.every_reason):
        sys.stdout.buffer.write(row.encode() + b"\n")

if __name__ == "__main__":
    main()

"""Writes ties.json: synthetic histories of one pair and every measure of its tie.

An oracle that shares nothing with the TypeScript: it keeps the raw list of events, has no stored
state, and takes each definition literally, as a sum over the set of contact days at the moment
asked for (math.fsum), where the library keeps logarithms of forward-decayed sums.

Run: python3 golden/ties.py > golden/ties.json     (any Python 3, no packages; the seed is fixed)
"""

import json
import math
import random

DAY = 86400.0
HELP = ["introduction", "referral", "lead", "advice", "feedback", "mentoring", "endorsement",
        "knowledge", "collaboration", "support"]
CONTACT = ["message", "call", "meeting", "gathering"]
COURTESY = ["thanks", "congratulation", "update"]


def decayed(days, at, half_life):
    return math.fsum(2.0 ** (-(at - d * DAY) / DAY / half_life) for d in days)


def measure(events, me, other, at):
    """events: (from, to, type, unix seconds); the tie me -> other at `at` seconds."""
    pair = [e for e in events if {e[0], e[1]} == {me, other} and e[3] <= at]
    met = [e for e in pair if e[2] in CONTACT + HELP + COURTESY]
    day_of = lambda e: math.floor(e[3] / DAY)
    either = {day_of(e) for e in met}
    out = {day_of(e) for e in met if e[0] == me}
    back = {day_of(e) for e in met if e[0] == other}
    gave = {day_of(e) for e in met if e[0] == me and e[2] in HELP}
    got = {day_of(e) for e in met if e[0] == other and e[2] in HELP}
    conflicts = [e[3] for e in pair if e[2] == "conflict"]
    repairs = [e[3] for e in pair if e[2] == "repair"]
    strained = bool(conflicts) and not any(r > max(conflicts) for r in repairs)
    if not met:
        return {"strength": None, "band": "none", "trend": None, "strained": strained,
                "confidence": 0.0, "p30": None, "p90": None, "p365": None, "expectedDays": None,
                "dueAt": None, "overdueDays": None, "initiativeShare": None, "contactDays": 0,
                "reciprocity": None, "helpReciprocity": None, "balance": None,
                "helpBalance": None, "standing": "unknown", "p90Person": None,
                "given": 0.0, "received": 0.0}
    u, u90 = decayed(either, at, 365), decayed(either, at, 90)
    d_out, d_in = decayed(out, at, 365), decayed(back, at, 365)
    given, received = decayed(gave, at, 365), decayed(got, at, 365)
    last = max(e[3] for e in met)
    first = min(e[3] for e in met)
    s = (at - last) / DAY
    kappa = u ** 0.75 / 6
    p = lambda k, n: 1 - ((s + 10) / (s + 10 + n)) ** k
    seen = lambda x: max(e[3] for e in events if x in (e[0], e[1]) and e[3] <= at)
    r = (at - min(seen(me), seen(other))) / DAY
    kappa_person = 0.25 * u ** 0.70 / (1 + r / 30)
    p90 = p(kappa, 90)
    ratio = (u90 / 90) / (u / 365)
    n, span = len(either), max(either) - min(either)
    if (at - first) / DAY < 30 or n < 3:
        trend = "new"
    else:
        trend = "growing" if ratio > 1.25 else "cooling" if ratio < 0.8 else "steady"
    expected = (span + 14) / n
    help_balance = (given - received) / (given + received + 1) if gave or got else None
    if help_balance is None or given + received <= 1:
        standing = "unknown"
    elif help_balance > 1 / 3:
        standing = "mostlyGiving"
    else:
        standing = "mostlyReceiving" if help_balance < -1 / 3 else "balanced"
    due = round((last + expected * DAY) * 1000)
    return {
        "strength": kappa / (1 + kappa),
        "band": ("core" if p90 >= 0.9 else "active" if p90 >= 0.4
                 else "fading" if p90 >= 0.1 else "dormant"),
        "trend": trend, "strained": strained,
        "confidence": n / (n + 4) * (1 + span / (span + 30)) / 2,
        "p30": p(kappa, 30), "p90": p90, "p365": p(kappa, 365),
        "p90Person": p(kappa_person, 90),
        "expectedDays": expected, "dueAt": due,
        "overdueDays": max(0.0, (at * 1000 - due) / (DAY * 1000)),
        "initiativeShare": (d_out + 0.5) / (d_out + d_in + 1), "contactDays": n,
        "reciprocity": 2 * min(d_out, d_in) / (d_out + d_in),
        "helpReciprocity": (2 * min(given, received) / (given + received)
                            if gave or got else None),
        "balance": (d_out - d_in) / (d_out + d_in + 1), "helpBalance": help_balance,
        "standing": standing, "given": given, "received": received,
    }


def history(rng, start, days, rate, lean, kinds, others):
    events = []
    for day in range(days):
        if rng.random() < rate:
            for _ in range(rng.choice([1, 1, 1, 2, 4])):
                pair = ("ada", "ben") if rng.random() < lean else ("ben", "ada")
                events.append((*pair, rng.choice(kinds), start + day * 86400 + rng.randrange(86400)))
        if others and rng.random() < 0.2:
            pair = rng.choice([("ada", "cyd"), ("cyd", "ben")])
            events.append((*pair, "message", start + day * 86400 + rng.randrange(86400)))
    rng.shuffle(events)
    return events


def main():
    rng = random.Random(20261122)
    every = CONTACT + HELP + COURTESY + ["conflict", "repair"]
    cases = [
        ("nothing but a conflict", [("ada", "ben", "conflict", 1700000000)]),
        ("a conflict and its repair at one moment",
         [("ada", "ben", "message", 1690000000), ("ada", "ben", "conflict", 1700000000),
          ("ben", "ada", "repair", 1700000000)]),
        ("one thank-you", [("ben", "ada", "thanks", 1700000000)]),
        ("help one way on one day", [("ada", "ben", "advice", 1700000000)]),
        ("before 1970", [("ada", "ben", "meeting", -86400 * 40 + 5), ("ben", "ada", "call", -7)]),
        ("dense, even", history(rng, 1650000000, 700, 0.6, 0.5, CONTACT, False)),
        ("sparse, one-sided", history(rng, 1650000000, 900, 0.02, 1.0, CONTACT, True)),
        ("all kinds", history(rng, 1600000000, 500, 0.15, 0.6, every, True)),
        ("mostly help received", history(rng, 1600000000, 300, 0.1, 0.1, HELP + ["call"], True)),
        ("twenty years", history(rng, 1000000000, 7300, 0.03, 0.4, every, False)),
        ("a first week", history(rng, 1700000000, 7, 0.9, 0.5, every, False)),
    ]
    for index in range(20):
        cases.append((f"random {index}", history(
            rng, rng.randrange(1_000_000_000, 1_700_000_000), rng.randrange(1, 1500),
            rng.choice([0.005, 0.02, 0.1, 0.5]), rng.random(), every, rng.random() < 0.5)))
    out = []
    for name, events in cases:
        events = events or [("ada", "ben", "message", 1700000000)]
        last = max(e[3] for e in events)
        first = min(e[3] for e in events)
        moments = [(first + last) // 2, last] + [last + round(d * DAY) for d in (0.5, 20, 200, 4000)]
        out.append({"name": name, "events": events, "measures": [
            {"at": at, **measure(events, me, other, at)}
            | {"from": me, "to": other}
            for at in moments for me, other in (("ada", "ben"), ("ben", "ada"))]})
    print("[")
    print(",\n".join(json.dumps(case) for case in out))
    print("]")


main()

"""Classes of words from which the frames are built, with their inflections.

A frame says how a thing is said ("we help WHOM GAIN what"); a class says with which words. Adding a word to
a class teaches every frame that uses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

IRREGULAR: Mapping[str, str] = {
    "beat": "beat", "bring": "brought", "build": "built", "buy": "bought", "catch": "caught", "come": "came",
    "cut": "cut", "do": "did", "drive": "drove", "find": "found", "get": "got", "give": "gave", "go": "went",
    "grow": "grew", "have": "had", "hear": "heard", "hit": "hit", "keep": "kept", "know": "knew", "lead": "led",
    "leave": "left", "let": "let", "lose": "lost", "make": "made", "meet": "met", "overhear": "overheard",
    "pay": "paid", "put": "put", "ring": "rang", "rise": "rose", "run": "ran", "say": "said", "see": "saw",
    "sell": "sold", "send": "sent", "show": "showed", "sleep": "slept", "speak": "spoke", "spend": "spent",
    "stand": "stood", "stick": "stuck", "take": "took", "teach": "taught", "tell": "told", "think": "thought",
    "win": "won", "write": "wrote", "break": "broke", "fall": "fell", "shut": "shut", "burn": "burnt",
}  # fmt: skip
SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""One short syllable: its last letter is doubled before an ending ("trim", "trimming")."""


def forms(verbs: str) -> str:
    """The alternatives of all forms of `verbs` (base, -s, past, -ing); `free_up` inflects its first word."""
    return "|".join(
        form + tail.replace("_", " ") for verb in verbs.split() for form, tail in _inflected(verb)
    )


def _inflected(verb: str) -> list[tuple[str, str]]:
    base, under, rest = verb.partition("_")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    stem += stem[-1] if SHORT.fullmatch(base) else ""
    soft = base.endswith("y") and base[-2] not in "aeiou"
    third = (
        base[:-1] + "ies" if soft else base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    )
    past = IRREGULAR.get(base, base[:-1] + "ied" if soft else stem + "ed")
    return [(form, under + rest) for form in dict.fromkeys((base, third, past, stem + "ing"))]


def any_of(words: str) -> str:
    """The alternatives of `words` as they stand; `_` stands for a space."""
    return "|".join(word.replace("_", " ") for word in words.split())


def nouns(words: str) -> str:
    """The alternatives of `words` and their regular plurals."""
    return "|".join(f"{one}|{_plural(one)}" for one in any_of(words).split("|"))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


THEIRS = any_of("you your youre youve youd their they his her he she")

CLASSES: Mapping[str, str] = {
    # who offers, what is offered, and how it is praised
    "offerer": "we|i|weve|ive|were|im|well|ill|it|this|that|which|who|they|NAME",
    "folk": nouns(
        """company business team firm client customer people owner homeowner practice department contractor
        agency seller buyer family rep leader manager restaurant school hospital dentist agent store shop
        manufacturer brand professional startup provider operator retailer landlord investor dealer clinic
        office executive lawyer veteran senior patient couple parent student driver member user nurse teacher
        doctor charity farm farmer plumber electrician builder hotel bakery bank council bursar club church
        salon garage factory plant warehouse carrier haulier broker accountant engineer guest tenant crew
        worker employee supplier neighbour neighbor friend brokerage pharmacy organisation organization gym cafe"""
    )
    + "|staff",
    "help": forms("help enable allow let empower equip assist"),
    "gain": forms(
        """save cut reduce increase grow boost double triple halve improve lower eliminate avoid automate
        streamline generate win close book get keep find fix solve recover prevent protect maximize maximise
        drive scale speed_up simplify replace resolve retain attract convert hire turn stop sell bring capture
        free_up achieve stay create build earn collect reach become sleep feel live pay lose rank shorten raise
        catch detect identify run secure unlock accelerate consolidate manage transform hit fill optimize
        optimise beat clear handle cover meet pass fund finance recruit train retire compare negotiate track
        respond answer focus expand launch deliver produce serve switch make spend see know take trim shave
        hold claim finish learn"""
    ),
    "gains": any_of(
        """saves cuts reduces increases grows boosts doubles halves improves lowers eliminates automates
        streamlines prevents protects simplifies replaces speeds shortens raises catches detects flags spots
        lets gives gets makes takes keeps brings frees handles tracks removes stops fixes allows enables pays
        delivers guarantees shows tells warns alerts fits lasts works covers turns solves sorts helps ensures"""
    ),
    "thing": nouns(
        """product platform system software solution app service tool technology program programme package
        plan approach device widget machine policy method engine course card portal range line model deal
        offer price rate option home house property listing kit unit filter boiler roof window van car tyre
        tire uniform chair desk phone printer coverage cover training treatment equipment subscription
        membership special bundle selection opportunity finance financing choice"""
    ),
    "praise": any_of(
        """best greatest leading finest superior amazing incredible fantastic awesome excellent outstanding
        exceptional great good brilliant lovely wonderful terrific perfect ideal attractive unbeatable proven
        powerful premium affordable competitive unique exciting reliable fast fastest cheap cheapest lowest
        lower low smart simple simpler easy easier easiest quick quicker better special exclusive brand_new
        innovative advanced flexible painless effortless seamless safer cheaper faster stronger lighter
        quieter beautiful gorgeous high_quality top_quality state_of_the_art cutting_edge cost_effective"""
    ),
    "money": "dollars|pounds|euros|cents|pence|quid|bucks",
    "each": any_of("month week year day hour head person seat unit user night visit lesson"),
    "share": "third|quarter|fifth|tenth|half|NUM percent|NUM",
    "result": any_of(
        """doubled tripled halved cut saved increased reduced grew boosted raised slashed dropped improved lowered
        recovered gained won made eliminated shortened trimmed shaved filled"""
    ),
    "serve": forms(
        """serve supply support represent advise train insure equip fund finance manage run protect house
        look_after work_with act_for partner_with care_for clean"""
    ),
    "top": any_of(
        """leading largest biggest oldest top best premier foremost fastest finest greatest only first
        award_winning best_known most_trusted most_experienced most_skilled number_one highest busiest
        longest_established"""
    ),
    "lots": any_of(
        """most half hundreds thousands dozens all every both plenty lots NUM scores many over more_than nearly
        almost countless a_number a_lot a_dozen a_hundred a_thousand a_third"""
    ),
    # their world
    "asset": nouns(
        """machine boiler roof pump van truck line heating lease policy contract stock till phone site website
        booking order sale bill cost rate account invoice delivery price shop store kitchen room table bed
        shift review listing licence permit claim return road gate wall window door freezer oven server network
        premium wage house home fleet inbox queue waiting_list turnover renewal rent supplier landlord"""
    )
    + "|business|trade|stock|cash|payroll|heating",
    "loss": any_of(
        """left leave leaves leaving quit quits gone lost losing loses lose failed fails failing fail broken
        breaks broke cold slow slower late stuck short empty closed shut queue queues queuing waiting complain
        complained complaining complaints wrong missing dropped dropping falling fell rising rose unhappy unpaid
        overdue expired expiring leaking leaks crowded cracked torn stolen struggling struggle tired hurt
        off_sick hard tough difficult tricky quiet run_out running_out runs_out hanging_up give_up walk_out
        never cancelled cancel cancelling blocked flooded frozen down"""
    ),
    "hard": any_of("hard tough tricky difficult impossible slow quiet tight patchy painful brutal expensive"),
    "chore": nouns(
        "form report shift call email meeting spreadsheet error mistake delay complaint trip sheet visit"
    )
    + "|paperwork|admin|marking|driving|typing|chasing|sundays|evenings|weekends|overtime",
    "examined": any_of(
        """went_through gone_through been_through measured compared counted worked_out calculated timed priced audited
        analysed analyzed benchmarked added_up mapped surveyed modelled checked ran_the_numbers_on walked_through
        looked_into looked_up dug_into tested tallied pulled"""
    ),
    "result_noun": any_of(
        """results figures numbers answer answers survey data list name names report sums reading readings
        photographs photos pictures address findings comparison breakdown summary valuation notes test_results"""
    ),
    "flaw": nouns(
        """typo mistake error gap hole crack leak fault flaw omission problem discrepancy mismatch loophole
        duplicate overcharge snag wrong_number"""
    ),
    # calls, meetings, places on the web
    "wish": any_of(
        """could can would may shall should lets let_us like love glad happy hoping hope want wanted need will
        ill able easier plan planning delighted prefer free aim going pleased"""
    ),
    "weekday": any_of(
        """monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight next_week this_week
        next_month this_month this_afternoon this_morning"""
    ),
    "media": any_of(
        """website site homepage home_page web_page webpage page blog portal linkedin facebook instagram youtube
        twitter catalogue_online web_shop webshop online_shop online_store online_catalogue online_catalog web web_address
        online_form online_brochure online_calendar podcast channel"""
    ),
    "point": any_of(
        """visit see find look check go head follow browse watch read order book buy apply register fill google
        search search_for type details more information video everything connect click log sign_up pages page prices it_is
        available send sent text texted included learn download view"""
    ),
}

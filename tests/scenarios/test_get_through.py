"""The shipped ways round voicemail go on as their files promise: what is said to whoever answers decides."""

from __future__ import annotations

import pytest

from trainer.branching import choose
from trainer.guides import load_guides
from trainer.judging import context_of
from trainer.records import SpokenTurn, Word
from trainer.scenarios import load_library

LIBRARY = load_library()
GUIDE = load_guides()["to-leave-or-not"]
MENU, ASSISTANT = "get-through-menu-dispatch", "get-through-chief-executive"


def goes_to(scenario_id: str, line_id: str, said: str) -> str:
    scenario = LIBRARY.scenario(scenario_id)
    line = next(prompt for prompt in scenario.prompts if prompt.id == line_id)
    reply = SpokenTurn(words=tuple(Word(word=word) for word in said.split()), caller_line=line.text)
    context = context_of(scenario, LIBRARY.seller("sam-reyes"))
    return choose(line, reply, context, GUIDE, (scenario.kind,), phrases=scenario.phrases)


@pytest.mark.parametrize(
    ("line", "said", "to"),
    [
        ("operator", "", "anybody-there"),
        ("operator", "good morning could you page tom adeyemi for me please", "tom"),
        ("operator", "hello could you put a call out for him over the tannoy", "tom"),
        ("operator", "good morning when is tom usually at his desk", "his-times"),
        ("operator", "what's the best time to catch him", "his-times"),
        ("operator", "i'd rather speak to him in person how can i reach him live", "his-line"),
        ("operator", "hello can i speak to tom adeyemi please", "not-at-his-desk"),
        ("operator", "we check freight invoices and save people thousands", "not-at-his-desk"),
        ("not-at-his-desk", "no thank you could you page him", "tom"),
        ("not-at-his-desk", "no thanks what time does he start", "his-times"),
        ("not-at-his-desk", "i don't want his voicemail is there another way to reach him", "his-line"),
        ("not-at-his-desk", "yes please", "his-mailbox"),
        ("not-at-his-desk", "", "cannot-hear"),
        ("sales", "hi i'm after tom adeyemi do you know when he's in", "sales-tells"),
        ("sales", "could i speak to tom in dispatch", "sales-asks"),
        ("sales-asks", "i'd like to catch him live", "sales-tells"),
        ("sales-asks", "never mind", "his-mailbox"),
    ],
)
def test_a_reply_in_the_menu_scenario_leads_where_it_should(line: str, said: str, to: str) -> None:
    assert goes_to(MENU, line, said) == to


@pytest.mark.parametrize(
    ("line", "said", "to"),
    [
        ("assistant", "put me through to brandt immediately", "no-calls"),
        ("assistant", "good morning i'm sorry i got lost in your menus could you help me", "lost-too"),
        ("assistant", "good morning could you tell me when ms brandt usually comes in", "her-times"),
        ("assistant", "hello would there be a slot in her diary this week", "slot"),
        ("assistant", "hello could you put me through to your press office please", "press-office"),
        ("assistant", "good morning may i speak to eleanor brandt please", "what-about"),
        ("assistant", "", "nobody-there"),
        ("what-about", "it is about keeping people after their first season could you pencil me in", "slot"),
        ("what-about", "it's about staff thank you i'd rather not leave a voicemail how can i reach her live",
         "her-times"),
        ("what-about", "it's a private matter thank you", "message"),
        ("message", "thank you that would be kind", "her-mailbox"),
        ("message", "could you tell me the best time to catch her please", "her-times"),
        ("night-desk", "good evening when does ms brandt come in please", "des-tells"),
        ("night-desk", "good evening i'm after eleanor brandt", "des-asks"),
        ("des-asks", "how would i reach her live", "des-tells"),
        ("des-asks", "no thank you", "her-mailbox"),
    ],
)  # fmt: skip
def test_a_reply_to_the_assistant_leads_where_it_should(line: str, said: str, to: str) -> None:
    assert goes_to(ASSISTANT, line, said) == to

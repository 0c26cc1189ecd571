"""Small records that many tests start from."""

from __future__ import annotations

from dataclasses import replace

from trainer.records import Kind, Person, Prompt, Scenario, Seller

SELLER = Seller(
    id="sam-reyes",
    name="Sam Reyes",
    company="Fieldline",
    does="checks freight invoices for overcharges",
    number="0113 496 0107",
    region="GB",
)
DANA = Person(
    id="dana-whitfield", name="Dana Whitfield", company="Northgate Logistics", concern="rising costs"
)


def scenario(kind: Kind, *, objection: bool = False, tags: tuple[str, ...] = ()) -> Scenario:
    """A scenario of `kind` with one prompt, called "greeting" for a voicemail and else "line"."""
    name = "greeting" if kind == "voicemail" else "line"
    prompt = Prompt(id=name, text="Hello there.", audio=f"voices/{name}.ogg", voice="af_bella")
    return Scenario(
        id=f"{kind}-example",
        kind=kind,
        title="An example",
        industry="logistics",
        situation="referral",
        prospect=DANA,
        prompts=(replace(prompt, objection=objection),),
        seller=SELLER.id,
        trains="Something.",
        difficulty=1,
        referrer="Priya Nair",
        tags=tags,
    )

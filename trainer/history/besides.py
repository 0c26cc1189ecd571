"""What is kept besides the attempts, on its way between two histories."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlite_utils import Database

from trainer.history.points import all_points, put_points
from trainer.history.scripts import CarriedScript, all_scripts, put_scripts
from trainer.records import MyPoints


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """All that belongs to no single attempt."""

    points: dict[str, MyPoints] = field(default_factory=dict)
    """Prospect id -> what is prepared for them."""
    scripts: tuple[CarriedScript, ...] = ()


def besides(db: Database) -> Besides:
    """What there is in this history."""
    return Besides(points=all_points(db), scripts=tuple(all_scripts(db)))


def put_besides(db: Database, arriving: Besides) -> None:
    """Add what is not here yet; what is here stays as it is. Call it inside the transaction."""
    here = all_points(db)
    put_points(db, {name: points for name, points in arriving.points.items() if name not in here})
    put_scripts(db, arriving.scripts)

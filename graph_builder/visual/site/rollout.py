"""Which events may carry a plan out. No article states it in so many words; the pages say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph_builder.arabic.normalise import fold
from graph_builder.visual.site.known import Event, Known


@dataclass(frozen=True, slots=True)
class Rollout:
    """The events of one plan."""

    carrying: tuple[Event, ...]
    """Those that bear its name."""
    beside: tuple[Event, ...]
    """The others of its party in the articles that name it."""


@dataclass(slots=True)
class Rollouts:
    """The events of every plan, and the plans whose name an event bears."""

    of_plan: dict[str, Rollout] = field(default_factory=dict)
    of_event: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def among(cls, known: Known) -> Rollouts:
        """Return what is known of the plans of a world."""
        found = cls()
        labels = {each: [f" {fold(fact.label)} " for fact in event.facts] for each, event in known.events.items()}
        articles = {each: {claim.article for claim in event.entity.claims} for each, event in known.events.items()}
        for plan in known.plans:
            entity = known.entities[plan]
            names = [f" {fold(name)} " for name in (entity.name, *entity.aliases)]
            carrying = [each for each in labels if any(name in label for name in names for label in labels[each])]
            stating = {claim.article for claim in entity.claims}
            parties = {party for _, party, _ in known.plans[plan] if party}
            beside = [e for e in labels if known.events[e].party in parties and stating & articles[e]]
            found.of_plan[plan] = Rollout(
                tuple(known.events[each] for each in carrying),
                tuple(known.events[each] for each in beside if each not in carrying),
            )
            for each in carrying:
                found.of_event.setdefault(each, []).append(plan)
        return found

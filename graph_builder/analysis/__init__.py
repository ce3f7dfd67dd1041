"""What the network of the world shows as a whole: who is central, who brokers, who meets whom, what hangs together."""

from graph_builder.analysis.attendance import attendance
from graph_builder.analysis.measures import measured

__all__ = ["attendance", "measured"]

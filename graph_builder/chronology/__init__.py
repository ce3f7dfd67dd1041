"""Who held what when, as far as articles tell: terms as intervals with bounds, who followed whom, what is vacant."""

from graph_builder.chronology.contradictions import Contradiction, contradictions
from graph_builder.chronology.seats import Seat
from graph_builder.chronology.tenures import Succession, Tenure, holders, tenures, vacant

__all__ = ["Contradiction", "Seat", "Succession", "Tenure", "contradictions", "holders", "tenures", "vacant"]

"""Everything that may go wrong, done on purpose: ``python -m tools.reliability`` writes docs/reliability.md."""

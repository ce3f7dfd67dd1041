"""A world of which everything is known, told by papers: who is whom, and which event is which, is never in doubt.

``life`` makes the people, their careers over ten years and the events; ``papers`` lets papers tell the events, each in
its own spelling and leaving things out; ``facts`` and ``text`` are the two forms in which an article is told: as
readings straight away, or as text for the extraction to read; ``score`` compares a resolved world with the truth.
"""

"""A build over HTTP: the SPARQL endpoint, the page to ask it, a page for every IRI.

The serving process never opens the graph: worker processes do (``worker.py``),
and are killed if a question takes too long.
"""

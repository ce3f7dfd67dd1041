"""The graph: the world as RDF, every claim with the sentence that states it."""

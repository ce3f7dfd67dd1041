"""graph-builder: Arabic news about party organisation, read into one RDF graph that shows its sentences."""

__version__ = "0.1.0"

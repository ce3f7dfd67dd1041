"""Facts as JSON: how each is written and read, and the schema of both (``facts.schema.json``)."""

from graph_builder.facts.form import KINDS, FactError, as_json, from_json, restored
from graph_builder.facts.schema import schema, schema_text

__all__ = ["KINDS", "FactError", "as_json", "from_json", "restored", "schema", "schema_text"]

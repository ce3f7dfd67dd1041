"""How sentences state facts: a rule a file, with examples that must match and near misses that must not."""

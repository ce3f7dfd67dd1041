"""Answers from a graph that was written."""

"""Competency questions: what the graph is there to answer, as SPARQL with titles, parameters and known answers."""

from graph_builder.query.questions.asking import Answer, Cell, ask, told
from graph_builder.query.questions.catalogue import Parameter, Question, question, questions

__all__ = ["Answer", "Cell", "Parameter", "Question", "ask", "question", "questions", "told"]

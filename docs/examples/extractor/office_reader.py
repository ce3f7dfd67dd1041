"""Reads who took the helm of a party's office: an extractor of twenty lines."""

import re
from collections.abc import Iterator

from graph_builder.model import Article

HELM = re.compile(r"أمسك (?P<person>\w+ \w+) بدفة ديوان الحزب")


def read(article: Article) -> Iterator[dict[str, object]]:
    """Yield the facts of one article, each as in facts.jsonl."""
    for found in HELM.finditer(article.text):
        yield {
            "kind": "post",
            "person": found["person"],
            "role": "مدير ديوان الحزب",
            "status": "elected",
            "public": False,
            "evidence": {
                "article": article.id,
                "start": found.start(),
                "end": found.end(),
                "quote": found[0],
                "rule": "helm",
                "confidence": 0.8,
            },
        }

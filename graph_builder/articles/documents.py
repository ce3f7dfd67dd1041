"""Communiqués as word processors save them (DOCX): their paragraphs and the cells of their tables, in order."""

from __future__ import annotations

import io
import zipfile

from graph_builder.articles.content import LARGEST, too_large
from graph_builder.errors import InputError


def document(packed: bytes) -> str:
    """Return the text of a document, a paragraph a line, the cells of a row separated by tabs.

    Raises:
        InputError: it is no DOCX, damaged, or larger than an article can be when unpacked.
    """
    from docx import Document  # noqa: PLC0415  # imported only where a document is to be read
    from docx.table import Table  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise too_large("it")
        lines = []
        for block in Document(io.BytesIO(packed)).iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    except InputError:
        raise
    except Exception as error:  # whatever a malformed document provokes in zipfile, lxml and python-docx
        problem = f"cannot be read as a DOCX document ({type(error).__name__})"
        raise InputError(problem, "save it as DOCX again, or as plain text") from error
    return "\n".join(lines)

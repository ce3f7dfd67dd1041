"""The site: a page a thing, in files that open without a server; one module a kind of page."""

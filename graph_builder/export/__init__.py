"""The files that others read: one module a format."""

"""Charts as small SVG and HTML made at build time: no library, legible without script, mirrored by the style sheet."""
